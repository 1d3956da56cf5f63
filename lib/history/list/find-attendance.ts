import { db } from '#lib/db/client.ts'
import { matching } from '#lib/db/list-filter.ts'
import type { AttendanceRow } from '#lib/history/schema.ts'
import { attendeesOf, type SessionRow, sittingOf } from '#lib/record/sessions/session-rows.ts'
import type { Stay } from '#lib/record/who/stay.ts'
import { findReports, type PageQuery, type SessionPage } from './find-sessions.ts'
import { matchingStay } from './matching-stay.ts'

/**
 * A line per person for each session on a page: everybody if `q` matches the session itself, else the people it
 * matches.
 */
export async function findAttendance(query: PageQuery, q: string | undefined): Promise<SessionPage<AttendanceRow>> {
  const { rows, nextCursor } = await findReports(query)
  if (!q) return { rows: rows.flatMap((row) => attendanceRows(row)), nextCursor }
  const ids = rows.map(({ id }) => id)
  const [whole, stays] = await Promise.all([
    db().session.findMany({ where: { AND: [{ id: { in: ids } }, matching(q)] }, select: { id: true } }),
    db().attendance.findMany({ where: { AND: [{ sessionId: { in: ids } }, matchingStay(q)] }, select: { id: true } }),
  ])
  const wholeIds = new Set(whole.map(({ id }) => id))
  const stayIds = new Set(stays.map(({ id }) => id))
  return {
    rows: rows.flatMap((row) => attendanceRows(row, ({ id }) => wholeIds.has(row.id) || stayIds.has(id))),
    nextCursor,
  }
}

function attendanceRows(row: SessionRow, isSought?: (stay: Stay) => boolean): AttendanceRow[] {
  const { personId, name, email } = row.organizer
  return attendeesOf([row], isSought).map(({ intervals: _, ...attendee }) => ({
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
