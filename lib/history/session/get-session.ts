import { recordLook } from '#lib/audit/record-look.ts'
import type { Actor } from '#lib/auth/actor.ts'
import { authorize, can } from '#lib/auth/policy.ts'
import { now } from '#lib/clock.ts'
import { db } from '#lib/db/client.ts'
import { AppError } from '#lib/errors.ts'
import { askHistory } from '#lib/history/reading/ask-history.ts'
import type { Session } from '#lib/history/schema.ts'
import { pendingRunOf } from '#lib/record/meetings/pending-run.ts'
import { type SessionRow, sessionParts } from '#lib/record/sessions/session-rows.ts'
import { listSittings } from './list-sittings.ts'
import { viewReport } from './view-report.ts'
import { windowOf } from './window-of.ts'

/** Whether the report covers this session alone or all sittings of its meeting. */
export type SessionWish = { sittings?: 'all' | undefined }

/**
 * The attendance report. Attendees that aren't stored yet are read briefly; if they aren't in by then, `asOf` is null
 * and `unreadBecause` says whether asking again helps. @throws AppError `not_found`, also for a session this actor may
 * not see
 */
export async function getSession(actor: Actor, id: string, wish: SessionWish = {}): Promise<Session> {
  const before = await findSession(actor, id)
  await readSittings(actor, await listSittings(before))
  const row = await findSession(actor, id)
  await recordLook(actor, 'session.read', { subject: { kind: 'session', id } })
  const sittings = await listSittings(row)
  return viewReport(actor, {
    shown: wish.sittings === 'all' ? sittings : [row],
    sittings,
    pending: row.occurrenceId === null ? null : await pendingRunOf(row.occurrenceId, now()),
  })
}

/**
 * Asks GoTo for a moment what it knows of the time in which a meeting may have been held, unless that was read lately: a
 * sitting that nobody noticed would make those who came to it absent.
 */
export async function readSittings(actor: Actor, sittings: readonly [SessionRow, ...SessionRow[]]): Promise<void> {
  const [first] = sittings
  const { id, name, goneAt } = first.organizer
  await askHistory(actor, [{ id, name, isGone: goneAt !== null }], { ...windowOf(sittings), withAttendees: true })
}

/** A session this actor may see. @throws AppError `not_found`, or `forbidden` if they may see no past at all */
async function findSession(actor: Actor, id: string): Promise<SessionRow> {
  authorize(actor, 'history.list')
  const row = await db().session.findUnique({ where: { id }, include: sessionParts })
  // The same answer as for no session: even its existence is not theirs to know.
  if (!row || !can(actor, 'history.read', { organizerId: row.organizerId, groupId: row.organizer.groupId }))
    throw new AppError('not_found', 'There is no such session, or it is not yours to see.')
  return row
}
