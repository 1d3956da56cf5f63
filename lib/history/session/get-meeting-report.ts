import { recordLook } from '#lib/audit/record-look.ts'
import type { Actor } from '#lib/auth/actor.ts'
import { authorize, can } from '#lib/auth/policy.ts'
import { now } from '#lib/clock.ts'
import { db } from '#lib/db/client.ts'
import { askHistory } from '#lib/history/reading/ask-history.ts'
import type { MeetingReport } from '#lib/history/schema.ts'
import { earliestStartMinutes, latestRunMinutes, minutesBefore } from '#lib/record/limits.ts'
import { findMeetingRow, getMeetingRow } from '#lib/record/meetings/get-meeting-row.ts'
import { type ListedRow, subjectOf } from '#lib/record/meetings/listed-rows.ts'
import { pendingRun } from '#lib/record/meetings/pending-run.ts'
import { sessionParts } from '#lib/record/sessions/session-rows.ts'
import { readSittings } from './get-session.ts'
import { viewNothing } from './view-nothing.ts'
import { viewReport } from './view-report.ts'
import type { Sittings } from './view-sittings.ts'

/**
 * Who came to a planned meeting, across all of its sittings; for a dateless room, to its last session. Before anything
 * has taken place, or where nothing did, it says which. @throws AppError `not_found`, `forbidden`
 */
export async function getMeetingReport(actor: Actor, id: string): Promise<MeetingReport> {
  const meeting = await findMeeting(actor, id)
  const before = await findSittings(meeting)
  if (before) await readSittings(actor, before)
  else await askWhetherHeld(actor, meeting)
  await recordLook(actor, 'meeting.report-read', { subject: { kind: 'meeting', id } })
  const pending = await pendingRun(meeting, now())
  const sittings = await findSittings(meeting)
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

async function findSittings({ meeting, planned }: ListedRow): Promise<Sittings | null> {
  const { organizerId } = meeting
  const [first, ...others] = await db().session.findMany({
    where: planned ? { organizerId, occurrenceId: planned.id } : { organizerId, meetingId: meeting.id },
    include: sessionParts,
    orderBy: [{ startedAt: planned ? 'asc' : 'desc' }, { id: 'asc' }],
    ...(planned ? {} : { take: 1 }),
  })
  return first ? [first, ...others] : null
}

/** GoTo's history is read for the time in which it may have been held. */
async function askWhetherHeld(actor: Actor, { meeting, planned }: ListedRow): Promise<void> {
  const from = planned && minutesBefore(planned.startsAt, earliestStartMinutes)
  if (!from || from > now()) return
  const { id, name, goneAt } = meeting.organizer
  const to = minutesBefore(planned.endsAt, -latestRunMinutes)
  await askHistory(actor, [{ id, name, isGone: goneAt !== null }], { from, to, withAttendees: true })
}
