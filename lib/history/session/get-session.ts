import { recordLook } from '#lib/audit/record-look.ts'
import type { Actor } from '#lib/auth/actor.ts'
import { authorize, can } from '#lib/auth/policy.ts'
import { now } from '#lib/clock.ts'
import { db } from '#lib/db/client.ts'
import { AppError } from '#lib/errors.ts'
import type { Session } from '#lib/history/schema.ts'
import { noSuchSession } from '#lib/history/sentences.ts'
import { pendingRunOf } from '#lib/record/meetings/pending-run.ts'
import { listSittings, readSittings, sittingsOf } from './list-sittings.ts'
import { viewReport } from './view-report.ts'

/** Whether the report covers this session alone or all sittings of its meeting. */
export type SessionWish = { sittings?: 'all' | undefined }

/**
 * The attendance report. Attendees that aren't stored yet are read briefly; if they aren't in by then, `asOf` is null
 * and `unreadBecause` says whether asking again helps. @throws AppError `not_found`, also for a session this actor may
 * not see
 */
export async function getSession(actor: Actor, id: string, wish: SessionWish = {}): Promise<Session> {
  await readSittings(actor, sittingsOf(await findSession(actor, id)))
  // Reading may have found out which meeting it belongs to.
  const { occurrenceId, ...keys } = await findSession(actor, id)
  await recordLook(actor, 'session.read', { subject: { kind: 'session', id } })
  const sittings = await listSittings(sittingsOf({ occurrenceId, ...keys }))
  const row = sittings?.find((sitting) => sitting.id === id)
  if (!sittings || !row) throw new AppError('not_found', noSuchSession)
  return viewReport(actor, {
    shown: wish.sittings === 'all' ? sittings : [row],
    sittings,
    pending: occurrenceId === null ? null : await pendingRunOf(occurrenceId, now()),
  })
}

/** A session this actor may see. @throws AppError `not_found`, or `forbidden` if they may see no past at all */
async function findSession(actor: Actor, id: string) {
  authorize(actor, 'history.list')
  const row = await db().session.findUnique({ where: { id }, include: { organizer: { select: { groupId: true } } } })
  if (!row || !can(actor, 'history.read', { organizerId: row.organizerId, groupId: row.organizer.groupId }))
    throw new AppError('not_found', noSuchSession)
  return row
}
