import { db } from '#lib/db/client.ts'
import type { ListedCompany } from './apply-organizers.ts'
import type { OrganizerFacts } from './plan-organizers.ts'

/**
 * The organizers who connected GoTo themselves, as Foyer knows them, for when no other grant reads the company. Others
 * may still be organizers, so the list is not complete; and what an administrator's grant reported about somebody
 * before is not overwritten by what only Foyer knows.
 */
export async function listConnected(accountKey: string, organizerKeys: readonly string[]): Promise<ListedCompany> {
  const rows = await db().connection.findMany({
    where: { accountKey, organizerKey: { in: [...organizerKeys] } },
    include: { person: { select: { name: true } } },
  })
  const known = await db().organizer.findMany({ where: { accountKey, goneAt: null }, select: { organizerKey: true } })
  const knownKeys = new Set(known.map(({ organizerKey }) => String(organizerKey)))
  return {
    unread: [null],
    groups: [],
    unreadGroups: [null],
    organizers: rows
      .filter(({ organizerKey }) => !knownKeys.has(organizerKey))
      .map(
        ({ organizerKey, email, person }): OrganizerFacts => ({
          organizerKey,
          name: person.name,
          email,
          groupKey: null,
          status: 'active',
          maxAttendees: null,
        }),
      ),
  }
}
