import type { Actor } from '#lib/auth/actor.ts'
import { now } from '#lib/clock.ts'
import { db } from '#lib/db/client.ts'
import { isRead } from '#lib/history/reading/is-read.ts'
import type { Covered, Stretch } from '#lib/history/reading/reading-plan.ts'
import type { MeetingReport } from '#lib/history/schema.ts'
import { gotoIdOf, type ListedRow, publicId } from '#lib/record/meetings/listed-rows.ts'
import type { PendingRun } from '#lib/record/meetings/pending-run.ts'
import { missingOf } from '#lib/record/sessions/missing.ts'
import { isMeetingUnread } from './is-meeting-unread.ts'
import { unreadBecause } from './unread-because.ts'
import { countRequired, listInvited } from './view-report.ts'
import { heldWithin } from './window-of.ts'

/**
 * The report of a meeting without a known session: it isn't over, GoTo hasn't reported it yet, or nobody came. The last
 * is only said once the past has been read for all the time in which it could have begun.
 */
export async function viewNothing(actor: Actor, row: ListedRow, pending: PendingRun | null): Promise<MeetingReport> {
  const { meeting, planned } = row
  const { organizer } = meeting
  const because = await whyNothing(actor, row, pending)
  const isOver = because.unread === null
  const invited = await listInvited(meeting.id)
  const missing = missingOf(invited, { attendees: [], isComplete: isOver })
  return {
    id: null,
    gotoMeetingId: String(gotoIdOf(row) ?? ''),
    meetingId: publicId(row),
    subject: meeting.subject,
    kind: meeting.kind as MeetingReport['kind'],
    organizer: { personId: organizer.personId, name: organizer.name, email: organizer.email },
    group: organizer.group && { id: organizer.group.id, name: organizer.group.name },
    plannedStartsAt: planned?.startsAt.toISOString() ?? null,
    plannedEndsAt: planned?.endsAt.toISOString() ?? null,
    sitting: null,
    startedAt: null,
    endedAt: null,
    minutes: null,
    people: isOver ? 0 : null,
    hasAttendees: isOver,
    attendees: [],
    missing,
    required: isOver ? countRequired(invited, missing) : null,
    sittings: [],
    identified: null,
    unidentified: 0,
    unreadRows: 0,
    unnamed: 0,
    couldBe: 0,
    isCertain: isOver,
    pending,
    siblings: [],
    asOf: because.asOf?.toISOString() ?? null,
    unreadBecause: because.unread,
  }
}

async function whyNothing(
  actor: Actor,
  row: ListedRow,
  pending: PendingRun | null,
): Promise<{ unread: MeetingReport['unreadBecause']; asOf: Date | null }> {
  const { meeting, planned } = row
  const at = now()
  if (pending) return { unread: pending, asOf: null }
  if (planned && planned.endsAt > at) return { unread: 'not-over', asOf: null }
  const reading = await db().historyReading.findUnique({ where: { organizerId: meeting.organizerId } })
  const period = heldWithin(row, at)
  const { organizer } = meeting
  if (await isMeetingUnread(meeting.organizerId, String(gotoIdOf(row) ?? ''), period))
    return { unread: 'unreadable', asOf: null }
  if (reading && isKnown(row, reading, period, at)) return { unread: null, asOf: reading.coveredTo }
  const run = { attendeesReadAt: null, startedAt: planned?.startsAt ?? at, endedAt: planned?.endsAt ?? at, organizer }
  return { unread: await unreadBecause(actor, run, at), asOf: null }
}

/** Whether everything GoTo had to say about a meeting's time is known; about a room, all that it remembers. */
function isKnown(row: ListedRow, reading: Covered, { from, to }: Stretch, at: Date): boolean {
  if (!row.planned) return isRead(reading, { from, to: row.meeting.organizer.goneAt ?? to }, at)
  const { coveredFrom, coveredTo } = reading
  return coveredFrom !== null && coveredTo !== null && coveredFrom <= from && coveredTo >= to
}
