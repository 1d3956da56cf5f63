import type { Actor } from '#lib/auth/actor.ts'
import { authorize } from '#lib/auth/policy.ts'
import { db, type Tx } from '#lib/db/client.ts'
import { AppError } from '#lib/errors.ts'
import type { GroupManagers } from './schema.ts'

/** Who manages a group, by name. @throws AppError `not_found` when there is no such group */
export async function listManagers(actor: Actor, groupId: string): Promise<GroupManagers> {
  authorize(actor, 'managers.edit')
  return viewManagers(db(), groupId)
}

export async function viewManagers(tx: Tx, groupId: string): Promise<GroupManagers> {
  const group = await tx.group.findFirst({
    where: { id: groupId, goneAt: null },
    include: { managers: { include: { person: true } } },
  })
  if (!group) throw new AppError('not_found', 'This group no longer exists.')
  const items = group.managers.map(({ person: { id, name, email } }) => ({ personId: id, name, email }))
  return { items: items.sort((a, b) => a.name.localeCompare(b.name) || a.personId.localeCompare(b.personId)) }
}
