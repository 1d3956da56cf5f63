import { z } from 'zod'
import { type GotoCallRecord, plain, row } from './record.ts'
import * as tolerant from './tolerant.ts'
import * as wire from './wire.ts'

/** goto-api.md 10. Keys came as strings and as numbers (goto-api.md 3.4). */
const administrator = row(
  z.strictObject({
    key: wire.text,
    accountKey: wire.text,
    email: wire.text,
    firstName: wire.text,
    lastName: wire.text,
    locale: wire.text.optional(),
    timeZone: wire.text.optional(),
    adminRoles: z.array(wire.text),
    accounts: z.array(z.strictObject({ key: wire.text, name: wire.text, adminRoles: z.array(wire.text).optional() })),
    createTime: wire.int64.optional(),
    products: z.array(wire.text).optional(),
  }),
  tolerant.fields(
    {
      organizerKey: tolerant.id,
      accountKey: tolerant.optionalKey,
      email: tolerant.address,
      firstName: tolerant.detail,
      lastName: tolerant.detail,
      locale: tolerant.optionalDetail,
      timeZone: tolerant.optionalDetail,
      adminRoles: tolerant.texts,
      accounts: tolerant.readable(
        tolerant.fields(
          { accountKey: tolerant.key, name: tolerant.detail, adminRoles: tolerant.texts },
          { accountKey: ['key'] },
        ).schema,
      ),
      products: tolerant.texts,
    },
    { organizerKey: ['key'] },
  ),
)

const name = tolerant.fields({ givenName: tolerant.detail, familyName: tolerant.detail })

/** goto-api.md 11: a SCIM 1 user, with `accounts` since some time after the specification. */
const user = row(
  z.strictObject({
    schemas: z.array(wire.text).optional(),
    id: wire.text,
    userName: wire.text,
    displayName: wire.text,
    name: z.strictObject({ givenName: wire.text, familyName: wire.text }),
    locale: wire.text.optional(),
    timezone: wire.text.optional(),
    meta: z.strictObject({ created: wire.text, location: wire.text }).partial().optional(),
    accounts: z
      .array(
        z.strictObject({
          value: wire.text,
          display: wire.text.optional(),
          entitlements: z.array(wire.text).optional(),
        }),
      )
      .optional(),
  }),
  tolerant.fields(
    {
      organizerKey: tolerant.id,
      email: tolerant.address,
      displayName: tolerant.detail,
      name: name.schema.nullish().transform((value) => value ?? { givenName: '', familyName: '' }),
      locale: tolerant.optionalDetail,
      timeZone: tolerant.optionalDetail,
      accounts: tolerant.readable(
        tolerant.fields(
          { accountKey: tolerant.key, name: tolerant.detail, entitlements: tolerant.texts },
          { accountKey: ['value'], name: ['display'] },
        ).schema,
      ),
    },
    { organizerKey: ['id'], email: ['userName'] },
  ),
)

const read = {
  method: 'GET',
  params: null,
  body: null,
  status: 200,
  replay: 'safe',
  isDeprecated: false,
  spec: 'pages',
} as const

/** Who a token belongs to (goto-api.md 3.4). */
export const personCalls = {
  getAdminMe: {
    ...read,
    api: 'admin',
    path: '/me',
    query: null,
    statuses: [200, 401],
    response: plain(administrator),
    who: 'admin',
    source: 'goto-api.md 3.4, 10',
  },
  getIdentityMe: {
    ...read,
    api: 'identity',
    path: '/Users/me',
    query: null,
    statuses: [200, 401, 403, 404],
    response: plain(user),
    who: 'any token',
    source: 'goto-api.md 3.4, 11',
  },
} as const satisfies Record<string, GotoCallRecord>
