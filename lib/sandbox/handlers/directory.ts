import { gotoBases } from '#lib/goto/contract/calls.ts'
import { bearerChallenge, refuseAdmin } from '../refusals.ts'
import type { OrganizerRecord } from '../state.ts'
import { toIdentity } from './people.ts'
import type { CallContext } from './types.ts'

type Reader = (context: CallContext) => unknown

/** Reads not in Foyer's contract yet, but which a client of the vendor may well use (goto-api.md 10, 11). */
const readers: Record<string, Reader> = {
  [`${gotoBases.admin}/accounts/(?<accountKey>\\d+)/users`]: (context) =>
    pageOf(
      context,
      filtered(context).map((user) => toUser(context, user)),
    ),
  [`${gotoBases.admin}/accounts/(?<accountKey>\\d+)/users/(?<userKey>\\d+)`]: (context) =>
    toUser(context, userOf(context)),
  [`${gotoBases.admin}/accounts/(?<accountKey>\\d+)/groups`]: (context) => pageOf(context, groupsOf(context)),
  [`${gotoBases.identity}/Users`]: (context) => {
    const resources = filtered(context).map((user) => toIdentity(context, user))
    return { resources, totalResults: resources.length }
  },
  [`${gotoBases.identity}/Users/(?<userKey>\\d+)`]: (context) => toIdentity(context, userOf(context)),
}

/** Answers one of them; `null` when the address is none of them. Administrators only. */
export function answerDirectory(pathname: string, context: Omit<CallContext, 'path'>): unknown {
  for (const [pattern, read] of Object.entries(readers)) {
    const match = new RegExp(`^${pattern}/?$`).exec(pathname)
    if (!match) continue
    const isAdminApi = pathname.startsWith(gotoBases.admin)
    if (!context.isAdmin) throw isAdminApi ? refuseAdmin(401, 'not.authenticated') : bearerChallenge()
    const path = { ...match.groups }
    if (path.accountKey !== undefined && path.accountKey !== context.caller.accountKey)
      throw refuseAdmin(403, 'not.authorized')
    return read({ ...context, path })
  }
  return null
}

/**
 * `(email="x")`, `(key="x")`, `email eq "x"`, SCIM's `userName sw "x"`, several with ` & `, `(?i)` before a value
 * (goto-api.md 17.7).
 */
function filtered({ world, caller, query }: CallContext): OrganizerRecord[] {
  const parts = (query.get('filter') ?? '').split(' & ').flatMap((part) => {
    const [, attribute, operator, value = ''] =
      /^\(?([\w.]+)\s*(=|eq|sw)\s*"(?:\(\?i\))?([^"]*)"\)?$/.exec(part.trim()) ?? []
    return attribute === undefined ? [] : [{ attribute, operator, value: value.toLowerCase() }]
  })
  return world.organizers.inAccount(caller.accountKey).filter((user) =>
    parts.every(({ attribute, operator, value }) => {
      const text = attributeOf(user, attribute).toLowerCase()
      return operator === 'sw' ? text.startsWith(value) : text === value
    }),
  )
}

function attributeOf(user: OrganizerRecord, attribute: string): string {
  switch (attribute) {
    case 'key':
    case 'id':
      return user.key
    case 'displayName':
      return `${user.firstName} ${user.lastName}`
    case 'name.givenName':
    case 'firstName':
      return user.firstName
    case 'name.familyName':
    case 'lastName':
      return user.lastName
    default:
      return user.email
  }
}

function userOf({ world, caller, path }: CallContext): OrganizerRecord {
  const user = world.organizers.find(path.userKey ?? '')
  if (user && user.deletedAt === null && user.accountKey === caller.accountKey) return user
  throw refuseAdmin(404, 'user.not.found')
}

function toUser({ world }: CallContext, user: OrganizerRecord) {
  const { key, email, firstName, lastName, locale, groupKey, products, adminRoles } = user
  return {
    key,
    email,
    firstName,
    lastName,
    locale,
    timeZone: world.state.calendar.zone,
    licenseKeys: [],
    products,
    status: user.suspendedAt === null ? 'ACTIVE' : 'SUSPENDED',
    ...(groupKey === null ? {} : { groupKey, groupName: world.organizers.groupName(groupKey) }),
    admin: adminRoles.length > 0,
    adminRoles,
  }
}

function groupsOf({ world, caller }: CallContext) {
  const members = Map.groupBy(world.organizers.inAccount(caller.accountKey), ({ groupKey }) => groupKey)
  return world.organizers.groups(caller.accountKey).map(({ key, name }) => {
    const userKeys = members.get(key)?.map((user) => user.key) ?? []
    return {
      key,
      name,
      keyPath: [key],
      namePath: [name],
      userKeys,
      memberCount: userKeys.length,
      totalMemberCount: userKeys.length,
    }
  })
}

/** `toIndex` is where the next page starts: exclusive, as captured (goto-api.md 17.6). */
function pageOf<T>({ query }: CallContext, rows: T[]) {
  const fromIndex = Number(query.get('offset') ?? 0) || 0
  const size = Math.min(Number(query.get('pageSize') ?? 100) || 100, 1_000)
  const results = rows.slice(fromIndex, fromIndex + size)
  return { results, fromIndex, toIndex: fromIndex + results.length, total: rows.length }
}
