import { recordAudit } from '#lib/audit/record-audit.ts'
import type { Actor } from '#lib/auth/actor.ts'
import { authorize } from '#lib/auth/policy.ts'
import { forgetRows } from '#lib/auth/row-cache.ts'
import { now } from '#lib/clock.ts'
import { inTransaction, type Tx } from '#lib/db/client.ts'
import { AppError } from '#lib/errors.ts'
import { viewManagers } from './list-managers.ts'
import type { GroupManagers, GroupManagersDraft } from './schema.ts'

/**
 * Makes these people, and nobody else, a group's managers. It applies to their open sessions at once here, and in every
 * other process within half a second.
 * @throws AppError `not_found` for a group, `invalid` naming `personIds` for somebody who does not exist
 */
export async function saveManagers(actor: Actor, groupId: string, draft: GroupManagersDraft): Promise<GroupManagers> {
  authorize(actor, 'managers.edit')
  const wanted = [...new Set(draft.personIds.map((id) => id.toLowerCase()))]
  const saved = await inTransaction(async (tx) => {
    // With two administrators at once, the second list wins outright, never a mixture.
    await tx.$executeRaw`SELECT id FROM "group" WHERE id = ${groupId}::uuid FOR UPDATE`
    const before = (await viewManagers(tx, groupId)).items.map(({ personId }) => personId)
    const added = wanted.filter((id) => !before.includes(id))
    const removed = before.filter((id) => !wanted.includes(id))
    await refuseUnknown(tx, added)
    const createdAt = now()
    await tx.groupManager.deleteMany({ where: { groupId, personId: { in: removed } } })
    await tx.groupManager.createMany({ data: added.map((personId) => ({ groupId, personId, createdAt })) })
    const facts = { subject: { kind: 'group', id: groupId }, details: { added, removed } }
    if (added.length + removed.length > 0) await recordAudit(actor, 'managers.change', facts, tx)
    return viewManagers(tx, groupId)
  })
  forgetRows()
  return saved
}

async function refuseUnknown(tx: Tx, personIds: string[]): Promise<void> {
  const known = await tx.person.count({ where: { id: { in: personIds }, disabledAt: null } })
  if (known === personIds.length) return
  const sentence = 'Somebody in the list no longer exists. Nothing was changed; choose again.'
  throw new AppError('invalid', sentence, { fields: { personIds: sentence } })
}
