import { recordAudit } from '#lib/audit/record-audit.ts'
import type { Actor } from '#lib/auth/actor.ts'
import { authorize } from '#lib/auth/policy.ts'
import { now } from '#lib/clock.ts'
import { inTransaction } from '#lib/db/client.ts'
import { AppError } from '#lib/errors.ts'
import { sentences } from './sentences.ts'

/** @throws AppError `not_found` */
export async function removeAnnouncement(actor: Actor, id: string): Promise<void> {
  const editor = authorize(actor, 'announcement.edit')
  await inTransaction(async (tx) => {
    const { count } = await tx.announcement.updateMany({
      where: { id, goneAt: null },
      data: { goneAt: now(), goneBecause: 'An administrator removed it.', changedBy: editor.personId },
    })
    if (count === 0) throw new AppError('not_found', sentences.gone)
    await recordAudit(actor, 'announcement.remove', { subject: { kind: 'announcement', id } }, tx)
  })
}
