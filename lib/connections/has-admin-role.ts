import type { GotoIdentity } from '#lib/goto/identify.ts'

/**
 * Whether somebody is an administrator of this account at GoTo; a role in another account is none here. null: GoTo did
 * not say, because the Admin API did not answer to their token, and a role known from before may still be there.
 */
export function hasAdminRole({ accounts, hasAdminScope }: GotoIdentity, accountKey: string): boolean | null {
  if (!hasAdminScope) return null
  return accounts.some((account) => account.accountKey === accountKey && account.adminRoles.length > 0)
}
