import { toAppError } from '#lib/errors.ts'
import { type GotoClient, type GotoClientOptions, gotoClient } from './client.ts'
import type { AnswerOf } from './contract/calls.ts'
import { findAccounts, type KnownOfToken } from './find-account.ts'
import { sentences } from './sentences.ts'

export type GotoIdentity = {
  /** The same key in all products; also called user key (goto-api.md 3.4). */
  organizerKey: string
  email: string
  firstName: string
  lastName: string
  /** The name of `accountKey`, if GoTo gives one. */
  accountKey: string | null
  /** Every account the person belongs to. Roles come from the Admin API only; with a limited token there are none. */
  accounts: { accountKey: string; name: string; adminRoles: string[] }[]
  /** Whether the token may use the Admin API: without it, roles are unknown rather than absent. */
  hasAdminScope: boolean
  /** For people: what to ask an administrator for when GoTo names no account; otherwise null. */
  accountAdvice: string | null
}

type Answered = Omit<GotoIdentity, 'accountAdvice'>

/** Who owns a token that is not in a grant yet: somebody is signing in and waiting, unless a lane says otherwise. */
export function identifyGoto(
  accessToken: string,
  options: Partial<Omit<GotoClientOptions, 'accessToken' | 'onInvalidToken'>> = {},
  known: KnownOfToken = {},
): Promise<GotoIdentity> {
  return identifyWith(gotoClient({ lane: 'interactive', ...options, accessToken: async () => accessToken }), known)
}

/**
 * Who owns a client's grant: from the Admin API if its token reaches it, else from the identity API, which answers any
 * (goto-api.md 3.4). When neither names an account it is looked for elsewhere; that may find none.
 */
export async function identifyWith(client: GotoClient, known: KnownOfToken = {}): Promise<GotoIdentity> {
  const identity = await ask(client)
  if (identity.accounts.length > 0) return { ...identity, accountAdvice: null }
  const keys = await findAccounts(client, identity.organizerKey, known)
  // Roles without an account may be roles in another one: for accounts found here they are unknown.
  const accounts = keys.map((accountKey) => ({ accountKey, name: '', adminRoles: [] }))
  const advice = accounts.length > 0 ? null : sentences.accountUnknown
  return { ...identity, accountKey: onlyOne(accounts), accounts, hasAdminScope: false, accountAdvice: advice }
}

async function ask(client: GotoClient): Promise<Answered> {
  const me = await askAdmin(client)
  if (me && (me.accountKey !== null || me.accounts.length > 0)) return fromAdmin(me)
  const identity = fromIdentity(await client.call('getIdentityMe'))
  if (!me || identity.accountKey === null) return identity
  // The roles belong to the person's only account.
  const accounts = identity.accounts.map((account) => ({ ...account, adminRoles: me.adminRoles }))
  return { ...identity, accounts, hasAdminScope: true }
}

/**
 * null: the token does not reach the Admin API. That is a 401, as for a bad token: the identity API knows the
 * difference.
 */
async function askAdmin(client: GotoClient): Promise<AnswerOf<'getAdminMe'> | null> {
  try {
    return await client.call('getAdminMe')
  } catch (error) {
    const { code } = toAppError(error)
    if (code === 'forbidden' || code === 'not_connected' || code === 'not_found') return null
    throw error
  }
}

function fromAdmin(me: AnswerOf<'getAdminMe'>): Answered {
  const accountKey = me.accountKey ?? onlyOne(me.accounts)
  // The roles beside `accountKey` are the person's in that account; older answers have them only there.
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

function fromIdentity(me: AnswerOf<'getIdentityMe'>): Answered {
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
