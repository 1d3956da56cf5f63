import { recordAudit } from '#lib/audit/record-audit.ts'
import type { Actor } from '#lib/auth/actor.ts'
import { authorize } from '#lib/auth/policy.ts'
import { now } from '#lib/clock.ts'
import { inTransaction } from '#lib/db/client.ts'
import { AppError } from '#lib/errors.ts'
import { columnsOf, refuseOver } from './create-announcement.ts'
import type { Announcement, AnnouncementEdit } from './schema.ts'
import { sentences } from './sentences.ts'
import { viewAnnouncement } from './view.ts'

/** @throws AppError `not_found`; `conflict` when somebody else changed it since `version` */
export function changeAnnouncement(actor: Actor, id: string, edit: AnnouncementEdit): Promise<Announcement> {
  const editor = authorize(actor, 'announcement.edit')
  return inTransaction(async (tx) => {
    const { version, ...draft } = edit
    const at = now()
    refuseOver(draft, at)
    const { count } = await tx.announcement.updateMany({
      where: { id, goneAt: null, version },
      data: { ...columnsOf(draft), version: version + 1, changedAt: at, changedBy: editor.personId },
    })
    const row = await tx.announcement.findFirst({ where: { id, goneAt: null } })
    if (!row) throw new AppError('not_found', sentences.gone)
    if (count === 0) throw new AppError('conflict', sentences.changed)
    await recordAudit(actor, 'announcement.change', { subject: { kind: 'announcement', id }, details: { version } }, tx)
    const { name } = await tx.person.findUniqueOrThrow({ where: { id: editor.personId } })
    return viewAnnouncement(row, name)
  })
}
