import { recordAudit } from '#lib/audit/record-audit.ts'
import type { Actor } from '#lib/auth/actor.ts'
import { authorize } from '#lib/auth/policy.ts'
import { now } from '#lib/clock.ts'
import { inTransaction } from '#lib/db/client.ts'
import { AppError } from '#lib/errors.ts'
import { timeSentences } from '#lib/time/sentences.ts'
import type { Announcement, AnnouncementDraft } from './schema.ts'
import { viewAnnouncement } from './view.ts'

export function createAnnouncement(actor: Actor, draft: AnnouncementDraft): Promise<Announcement> {
  const editor = authorize(actor, 'announcement.edit')
  return inTransaction(async (tx) => {
    const at = now()
    refuseOver(draft, at)
    const row = await tx.announcement.create({
      data: { ...columnsOf(draft), createdAt: at, changedAt: at, changedBy: editor.personId },
    })
    await recordAudit(actor, 'announcement.create', { subject: { kind: 'announcement', id: row.id } }, tx)
    const { name } = await tx.person.findUniqueOrThrow({ where: { id: editor.personId } })
    return viewAnnouncement(row, name)
  })
}

/** @throws AppError `invalid` for a message that nobody would ever see. */
export function refuseOver({ until }: AnnouncementDraft, at: Date): void {
  if (until === null || Date.parse(until) > at.getTime()) return
  throw new AppError('invalid', timeSentences.endIsPast, { fields: { until: timeSentences.endIsPast } })
}

export function columnsOf({ body, from, until }: AnnouncementDraft) {
  return { body, startsAt: from === null ? null : new Date(from), endsAt: until === null ? null : new Date(until) }
}
