import type { OrganizerRecord } from '../state.ts'
import type { CallContext, HandlersOf } from './types.ts'

const companyName = 'Example Company'

/** Who a token belongs to (goto-api.md 3.4). */
export const personHandlers: HandlersOf<'getAdminMe' | 'getIdentityMe'> = {
  getAdminMe({ world, caller }) {
    const { key, accountKey, email, firstName, lastName, adminRoles } = caller
    return {
      key,
      accountKey,
      email,
      firstName,
      lastName,
      locale: caller.locale,
      timeZone: world.state.calendar.zone,
      adminRoles,
      accounts: [{ key: accountKey, name: accountName(caller), adminRoles }],
      createTime: world.state.seed.epochAt,
      products: caller.products,
    }
  },

  getIdentityMe: (context) => toIdentity(context, context.caller),
}

export function toIdentity({ world, origin }: CallContext, organizer: OrganizerRecord) {
  const { key, email, firstName, lastName, locale, accountKey } = organizer
  return {
    schemas: ['urn:scim:schemas:core:1.0'],
    id: key,
    userName: email,
    displayName: `${firstName} ${lastName}`,
    name: { givenName: firstName, familyName: lastName },
    locale,
    timezone: world.state.calendar.zone,
    meta: {
      created: new Date(world.state.seed.epochAt).toISOString(),
      location: `${origin}/identity/v1/Users/${key}`,
    },
    accounts: [
      {
        value: accountKey,
        display: accountName(organizer),
        entitlements: organizer.adminRoles.length > 0 ? ['g2m', 'acctadmin'] : ['g2m'],
      },
    ],
  }
}

function accountName({ email }: OrganizerRecord): string {
  return email.endsWith('@elsewhere.example') ? 'Elsewhere Ltd' : companyName
}
