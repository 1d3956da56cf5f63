import { recordLook } from '#lib/audit/record-look.ts'
import type { Actor } from '#lib/auth/actor.ts'
import { authorize, can } from '#lib/auth/policy.ts'
import { now } from '#lib/clock.ts'
import { db } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { askHistory } from '#lib/history/reading/ask-history.ts'
import type { MeetingReport } from '#lib/history/schema.ts'
import { findMeetingRow, getMeetingRow } from '#lib/record/meetings/get-meeting-row.ts'
import { type ListedRow, subjectOf } from '#lib/record/meetings/listed-rows.ts'
import { pendingRun } from '#lib/record/meetings/pending-run.ts'
import { listSittings, readSittings } from './list-sittings.ts'
import { viewNothing } from './view-nothing.ts'
import { viewReport } from './view-report.ts'
import { heldWithin } from './window-of.ts'

/**
 * Who came to a planned meeting, across all of its sittings; for a dateless room, to its last session. Before anything
 * has taken place, or where nothing did, it says which. @throws AppError `not_found`, `forbidden`
 */
export async function getMeetingReport(actor: Actor, id: string): Promise<MeetingReport> {
  const meeting = await findMeeting(actor, id)
  if (!(await readSittings(actor, await sittingsOfMeeting(meeting)))) await askWhetherHeld(actor, meeting)
  await recordLook(actor, 'meeting.report-read', { subject: { kind: 'meeting', id } })
  const pending = await pendingRun(meeting, now())
  const sittings = await listSittings(await sittingsOfMeeting(meeting))
  // Earlier uses of a room say nothing about its present one.
  if (!sittings || (pending && meeting.planned === null)) return viewNothing(actor, meeting, pending)
  return viewReport(actor, { shown: sittings, sittings, pending })
}

/** Its past belongs to those who may see the organizer's, also when the meeting is gone or was for invited people only. */
async function findMeeting(actor: Actor, id: string): Promise<ListedRow> {
  const row = await findMeetingRow(id)
  if (row && can(actor, 'history.read', subjectOf(row))) return row
  const visible = await getMeetingRow(actor, id)
  authorize(actor, 'meeting.attendees', subjectOf(visible))
  return visible
}

/** All sittings of a planned time; the last session of a dateless room. */
async function sittingsOfMeeting({ meeting, planned }: ListedRow): Promise<Prisma.SessionWhereInput> {
  const { organizerId } = meeting
  if (planned) return { organizerId, occurrenceId: planned.id }
  const last = await db().session.findFirst({
    where: { organizerId, meetingId: meeting.id },
    select: { id: true },
    orderBy: [{ startedAt: 'desc' }, { id: 'asc' }],
  })
  return { id: { in: last ? [last.id] : [] } }
}

/** GoTo's history is read for the time in which it may have been held. */
async function askWhetherHeld(actor: Actor, row: ListedRow): Promise<void> {
  const at = now()
  const period = heldWithin(row, at)
  if (period.from > at) return
  const { id, name, goneAt } = row.meeting.organizer
  // Of a room's year only its last session is shown: who came to that is asked once it is found.
  const withAttendees = row.planned !== null
  await askHistory(actor, [{ id, name, isGone: goneAt !== null }], { ...period, withAttendees })
}
