import { now } from '#lib/clock.ts'
import { db } from '#lib/db/client.ts'
import { pinnedAccount } from '#lib/settings/pinned-account.ts'

export type Lender = {
  connectionId: string
  personId: string
  name: string
  status: 'active' | 'revoked'
  grantEndsAt: Date
  lastFailureAt: Date | null
}

/** For this long, a lender that failed is tried after the others. */
const restMs = 10 * 60 * 1000

/** Administrators of the pinned account who lend their grant, in order of use. */
export async function listLenders(): Promise<Lender[]> {
  const accountKey = await pinnedAccount()
  if (accountKey === null) return []
  const rows = await db().connection.findMany({
    where: { accountKey, lentAt: { not: null }, isAdministrator: true, person: { disabledAt: null } },
    include: { person: { select: { name: true } } },
    orderBy: { lentAt: 'asc' },
  })
  const lenders = rows.map(
    (row): Lender => ({
      connectionId: row.id,
      personId: row.personId,
      name: row.person.name,
      status: row.status === 'active' ? 'active' : 'revoked',
      grantEndsAt: row.grantEndsAt,
      lastFailureAt: row.lastFailureAt,
    }),
  )
  return lenders.sort((a, b) => placeOf(a) - placeOf(b))
}

function placeOf({ status, lastFailureAt }: Lender): number {
  if (status === 'revoked') return 2
  return lastFailureAt && now().getTime() - lastFailureAt.getTime() < restMs ? 1 : 0
}
