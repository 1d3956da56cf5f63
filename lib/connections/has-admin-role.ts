import type { GotoIdentity } from '#lib/goto/identify.ts'

/**
 * Whether somebody is an administrator of this account at GoTo; a role in another account does not count. null: GoTo
 * did not say, because the Admin API did not answer their token; a role known from before may still exist.
 */
export function hasAdminRole({ accounts, hasAdminScope }: GotoIdentity, accountKey: string): boolean | null {
  if (!hasAdminScope) return null
  return accounts.some((account) => account.accountKey === accountKey && account.adminRoles.length > 0)
}
