import type { Actor } from '#lib/auth/actor.ts'
import { authorize, can } from '#lib/auth/policy.ts'
import { db } from '#lib/db/client.ts'
import type { OrganizerList } from './schema.ts'

/** Everybody whose meetings are in the company's list. */
export async function listOrganizers(actor: Actor): Promise<OrganizerList> {
  authorize(actor, 'organizer.read')
  const rows = await db().organizer.findMany({
    where: { goneAt: null },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    include: { group: true },
  })
  return {
    items: rows.map(({ id, personId, name, email, group }) => ({
      id,
      personId,
      name,
      email,
      group: group && { id: group.id, name: group.name },
      can: { history: can(actor, 'history.read', { organizerId: id, groupId: group?.id ?? null }) },
    })),
  }
}
