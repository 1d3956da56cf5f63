import { now } from '#lib/clock.ts'
import { db } from '#lib/db/client.ts'
import { matching } from '#lib/db/list-filter.ts'
import type { AttendanceRow } from '#lib/history/schema.ts'
import { pendingRunsOf } from '#lib/record/meetings/pending-run.ts'
import { attendeesOf, type Seen, type SessionRow, sittingOf } from '#lib/record/sessions/session-rows.ts'
import { findReports, type PageQuery, type SessionPage } from './find-sessions.ts'
import { matchingStay } from './matching-stay.ts'

/**
 * A line per person for each session on a page: everybody if `q` matches the session itself, else the people it
 * matches.
 */
export async function findAttendance(query: PageQuery, q: string | undefined): Promise<SessionPage<AttendanceRow>> {
  const { rows, nextCursor } = await findReports(query)
  const pending = await pendingRunsOf(
    rows.flatMap(({ occurrenceId }) => occurrenceId ?? []),
    now(),
  )
  const isPending = ({ occurrenceId }: SessionRow) => pending.has(occurrenceId ?? '')
  if (!q) return { rows: rows.flatMap((row) => attendanceRows(row, { isPending: isPending(row) })), nextCursor }
  const ids = rows.map(({ id }) => id)
  const [whole, stays] = await Promise.all([
    db().session.findMany({ where: { AND: [{ id: { in: ids } }, matching(q)] }, select: { id: true } }),
    db().attendance.findMany({ where: { AND: [{ sessionId: { in: ids } }, matchingStay(q)] }, select: { id: true } }),
  ])
  const wholeIds = new Set(whole.map(({ id }) => id))
  const stayIds = new Set(stays.map(({ id }) => id))
  return {
    rows: rows.flatMap((row) =>
      attendanceRows(row, {
        isPending: isPending(row),
        isSought: ({ id }) => wholeIds.has(row.id) || stayIds.has(id),
      }),
    ),
    nextCursor,
  }
}

function attendanceRows(row: SessionRow, seen: Seen): AttendanceRow[] {
  const { personId, name, email } = row.organizer
  return attendeesOf([row], seen).map(({ intervals: _, ...attendee }) => ({
    ...attendee,
    sessionId: row.id,
    subject: row.subject,
    gotoMeetingId: String(row.gotoMeetingId),
    organizer: { personId, name, email },
    sitting: sittingOf(row),
    startedAt: row.startedAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
  }))
}
