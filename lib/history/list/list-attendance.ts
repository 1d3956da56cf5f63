import { recordLook } from '#lib/audit/record-look.ts'
import type { Actor } from '#lib/auth/actor.ts'
import { now } from '#lib/clock.ts'
import { askHistory } from '#lib/history/reading/ask-history.ts'
import type { AttendanceList, HistoryFilter } from '#lib/history/schema.ts'
import { noTurn, type Turn } from '#lib/http/turns.ts'
import { findAttendance } from './find-attendance.ts'
import { getCoverage } from './get-coverage.ts'
import { historyQuery } from './history-query.ts'
import { lookDetails } from './look-details.ts'

/**
 * Who came, across organizers and a period: the people in the sessions the same filter lists. `q` also matches people
 * by name and address, and then returns only those of a session. `limit` counts sessions, so that no page ends in the
 * middle of one. @throws AppError `forbidden`, or `invalid` by field
 */
export async function listAttendance(
  actor: Actor,
  filter: HistoryFilter,
  turn: Turn = noTurn,
): Promise<AttendanceList> {
  const at = now()
  const query = await historyQuery(actor, filter, at)
  const lookedAt = { ...query, withAttendees: true }
  await askHistory(actor, query.organizers, lookedAt)
  const [{ rows, nextCursor }, freshness] = await turn(() =>
    Promise.all([
      findAttendance({ ...query, limit: Math.min(query.limit, 50) }),
      getCoverage(query.organizers, lookedAt, at),
    ]),
  )
  await recordLook(actor, 'attendance.read', { details: lookDetails(query.organizers, filter) })
  return { items: rows, nextCursor, ...freshness }
}
