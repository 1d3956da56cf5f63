import type { KnownOfToken } from '#lib/goto/find-account.ts'
import { pinnedAccount } from '#lib/settings/pinned-account.ts'
import { canReadCompany, gotoForCompany } from './goto-for-company.ts'

/**
 * The company's account with a grant to read it, for people whose account GoTo does not name: its organizers
 * belong to it. Empty while no account is pinned or nobody lends a grant.
 */
export async function companyAccount(): Promise<Pick<KnownOfToken, 'company'>> {
  const accountKey = await pinnedAccount()
  if (accountKey === null || !(await canReadCompany())) return {}
  return { company: { accountKey, client: gotoForCompany({ lane: 'interactive' }) } }
}
