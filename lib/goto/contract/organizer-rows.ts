import { z } from 'zod'
import { row } from './record.ts'
import * as tolerant from './tolerant.ts'
import * as wire from './wire.ts'

/** goto-api.md 6. In 2012 a plain object with lower-case keys and `groupkey`. */
export const organizer = row(
  z.strictObject({
    organizerKey: wire.int64,
    firstName: wire.text,
    lastName: wire.text,
    email: wire.text,
    groupId: wire.int64,
    groupName: wire.text,
    status: wire.organizerStatus,
    products: z.array(wire.product),
    maxNumAttendeesAllowed: wire.int32,
  }),
  tolerant.fields(
    {
      organizerKey: tolerant.id,
      firstName: tolerant.detail,
      lastName: tolerant.detail,
      email: tolerant.address,
      groupKey: tolerant.optionalId,
      groupName: tolerant.optionalDetail,
      status: tolerant.organizerStatus,
      products: tolerant.texts,
      maxNumAttendeesAllowed: tolerant.optionalCount,
    },
    { groupKey: ['groupId'] },
  ),
)

const created = tolerant.fields(
  { organizerKey: tolerant.id, email: tolerant.optionalDetail },
  { organizerKey: ['key'] },
)

/** goto-api.md 6: in 2012 the answer was the bare number. */
export const organizerShort = row(z.strictObject({ key: wire.int64, email: wire.text }), {
  ...created,
  schema: z.preprocess((value) => (isBare(value) ? { key: value } : value), created.schema),
})

const group = tolerant.fields(
  {
    groupKey: tolerant.id,
    groupName: tolerant.text,
    parentKey: tolerant.optionalId,
    status: tolerant.organizerStatus,
    numOrganizers: tolerant.optionalCount,
  },
  { groupKey: ['key', 'groupId'] },
)

/** goto-api.md 7: there, a top-level group is its own parent; here it has none. */
export const organizerGroup = row(
  z.strictObject({
    groupkey: wire.int64,
    groupName: wire.text,
    parentKey: wire.int64,
    status: wire.organizerStatus,
    numOrganizers: wire.int32,
  }),
  {
    ...group,
    schema: group.schema.transform((value) => ({
      ...value,
      parentKey: value.parentKey === value.groupKey ? null : value.parentKey,
    })),
  },
)

function isBare(value: unknown): boolean {
  return ['number', 'bigint', 'string'].includes(typeof value)
}
