import type { Actor } from '#lib/auth/actor.ts'
import { authorize, can } from '#lib/auth/policy.ts'
import { db } from '#lib/db/client.ts'
import type { GroupList } from './schema.ts'

export async function listGroups(actor: Actor): Promise<GroupList> {
  authorize(actor, 'organizer.read')
  const rows = await db().group.findMany({ where: { goneAt: null }, orderBy: [{ name: 'asc' }, { id: 'asc' }] })
  // For the whole group: organizing something in it is not enough.
  const history = (groupId: string) => can(actor, 'history.read', { organizerId: '', groupId })
  return { items: rows.map(({ id, name }) => ({ id, name, can: { history: history(id) } })) }
}
