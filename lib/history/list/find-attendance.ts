import { now } from '#lib/clock.ts'
import type { AttendanceRow } from '#lib/history/schema.ts'
import { pendingRunsOf } from '#lib/record/meetings/pending-run.ts'
import { attendeesOf, type Seen, type SessionRow, sittingOf } from '#lib/record/sessions/session-rows.ts'
import { findReports, type PageQuery, type SessionPage } from './find-sessions.ts'

/**
 * A line per person for each session on a page: everybody if `q` matches the session itself, else the people it
 * matches.
 */
export async function findAttendance(query: PageQuery): Promise<SessionPage<AttendanceRow>> {
  const { rows, nextCursor, sought } = await findReports(query)
  const pending = await pendingRunsOf(
    rows.flatMap(({ occurrenceId }) => occurrenceId ?? []),
    now(),
  )
  return {
    rows: rows.flatMap((row) =>
      attendanceRows(row, {
        isPending: pending.has(row.occurrenceId ?? ''),
        ...(sought && !sought.whole.has(row.id) ? { isSought: ({ id }) => sought.stays.has(id) } : {}),
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
