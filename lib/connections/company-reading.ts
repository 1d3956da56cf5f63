import { db } from '#lib/db/client.ts'
import { env } from '#lib/env.ts'
import { pinnedAccount } from '#lib/settings/pinned-account.ts'
import { listLenders } from './list-lenders.ts'

export type CompanyReading = {
  /** null: nothing can be read yet. */
  accountKey: string | null
  /** `administrator`: `gotoForCompany` reads everybody. `organizers`: only their own, with `gotoOfOrganizer`. */
  source: 'administrator' | 'organizers' | 'none'
  /** Organizer keys of the people who connected, in the pinned account. */
  connectedOrganizerKeys: string[]
}

/** Whose grants can read the company's meetings now: the list shows it, and the sync goes by it. */
export async function companyReading(): Promise<CompanyReading> {
  const accountKey = await pinnedAccount()
  // Nothing is read before the company's account is known: a personal token could belong to any.
  if (accountKey === null) return { accountKey, source: 'none', connectedOrganizerKeys: [] }
  const lenders = await listLenders()
  const connected = await db().connection.findMany({
    where: { accountKey, status: 'active', person: { disabledAt: null } },
    select: { organizerKey: true },
    orderBy: { organizerKey: 'asc' },
  })
  const hasCompanyWay = env().gotoPat !== null || lenders.some(({ status }) => status === 'active')
  return {
    accountKey,
    source: hasCompanyWay ? 'administrator' : connected.length > 0 ? 'organizers' : 'none',
    connectedOrganizerKeys: connected.map(({ organizerKey }) => organizerKey),
  }
}
