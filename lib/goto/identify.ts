import { toAppError } from '#lib/errors.ts'
import { type GotoClient, type GotoClientOptions, gotoClient } from './client.ts'
import type { AnswerOf } from './contract/calls.ts'

export type GotoIdentity = {
  /** The same key in all products; also called user key (goto-api.md 3.4). */
  organizerKey: string
  email: string
  firstName: string
  lastName: string
  /** Of `accountKey`, when GoTo names one. */
  accountKey: string | null
  /** Every account the person belongs to. Roles come from the Admin API only; with a limited token there are none. */
  accounts: { accountKey: string; name: string; adminRoles: string[] }[]
  /** Whether the token may use the Admin API: without it, roles are unknown rather than absent. */
  hasAdminScope: boolean
}

/** Who a token belongs to that no grant holds yet: somebody waits at the door, unless a lane says otherwise. */
export function identifyGoto(
  accessToken: string,
  options: Partial<Omit<GotoClientOptions, 'accessToken' | 'onInvalidToken'>> = {},
): Promise<GotoIdentity> {
  return identifyWith(gotoClient({ lane: 'interactive', ...options, accessToken: async () => accessToken }))
}

/** Whose a client's grant is: the Admin API where its token reaches it, else the identity API, which answers to any (goto-api.md 3.4). */
export async function identifyWith(client: GotoClient): Promise<GotoIdentity> {
  try {
    return fromAdmin(await client.call('getAdminMe'))
  } catch (error) {
    const { code } = toAppError(error)
    // A token without the Admin scope is told 401, and a bad one too: the identity API knows the difference.
    if (code !== 'forbidden' && code !== 'not_connected' && code !== 'not_found') throw error
    return fromIdentity(await client.call('getIdentityMe'))
  }
}

function fromAdmin(me: AnswerOf<'getAdminMe'>): GotoIdentity {
  const accountKey = me.accountKey ?? onlyOne(me.accounts)
  // The roles beside `accountKey` are the person's in that account; older answers have them nowhere else.
  const named = me.accounts.map((account) =>
    account.accountKey === accountKey ? { ...account, adminRoles: union(account.adminRoles, me.adminRoles) } : account,
  )
  const isNamed = accountKey === null || named.some((account) => account.accountKey === accountKey)
  return {
    organizerKey: me.organizerKey,
    email: me.email,
    firstName: me.firstName,
    lastName: me.lastName,
    accountKey,
    accounts: isNamed ? named : [...named, { accountKey, name: '', adminRoles: me.adminRoles }],
    hasAdminScope: true,
  }
}

function fromIdentity(me: AnswerOf<'getIdentityMe'>): GotoIdentity {
  return {
    organizerKey: me.organizerKey,
    email: me.email,
    firstName: me.name.givenName,
    lastName: me.name.familyName,
    accountKey: onlyOne(me.accounts),
    accounts: me.accounts.map(({ accountKey, name }) => ({ accountKey, name, adminRoles: [] })),
    hasAdminScope: false,
  }
}

function onlyOne(accounts: { accountKey: string }[]): string | null {
  return accounts.length === 1 ? (accounts[0]?.accountKey ?? null) : null
}

function union(one: string[], other: string[]): string[] {
  return [...new Set([...one, ...other])]
}
