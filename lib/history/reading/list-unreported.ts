import { pool } from '#lib/db/client.ts'
import { awaitedMinutes, minutesBefore } from '#lib/record/limits.ts'
import type { EndedRoom } from './capture-session.ts'

/** `isListed`: the session is known, its attendance isn't. */
export type UnreportedRoom = EndedRoom & { isListed: boolean }

/** The matching run ended after it was seen active; Foyer notices ends by polling, up to ten minutes late. */
const since = `greatest(CASE WHEN r.active_since < r.ended_at THEN r.active_since END, r.ended_at - interval '10 minutes')`

/** Rooms that ended within a day without a stored session and attendees: GoTo hasn't reported them yet. */
export async function listUnreported(at: Date): Promise<UnreportedRoom[]> {
  const { rows } = await pool().query<UnreportedRoom>(
    `SELECT m.organizer_id::text AS "organizerId", r.goto_meeting_id::text AS "gotoMeetingId",
       r.active_since AS "activeSince", r.ended_at AS "endedAt",
       EXISTS (SELECT 1 FROM session s WHERE s.account_key = r.account_key AND s.goto_meeting_id = r.goto_meeting_id
         AND coalesce(s.ended_at, s.started_at) >= ${since}) AS "isListed"
     FROM room_status r
     JOIN LATERAL (
       SELECT coalesce(m.organizer_id, o.organizer_id) AS organizer_id FROM (SELECT 1) AS one
       LEFT JOIN meeting m ON m.account_key = r.account_key AND m.goto_meeting_id = r.goto_meeting_id
       LEFT JOIN (SELECT c.goto_meeting_id, b.organizer_id, b.account_key FROM occurrence c JOIN meeting b ON b.id = c.meeting_id) o
         ON o.account_key = r.account_key AND o.goto_meeting_id = r.goto_meeting_id LIMIT 1) m ON m.organizer_id IS NOT NULL
     WHERE NOT r.is_active AND r.ended_at BETWEEN $2 AND $1
       AND NOT EXISTS (
         SELECT 1 FROM session s WHERE s.account_key = r.account_key AND s.goto_meeting_id = r.goto_meeting_id
           AND s.attendees_read_at IS NOT NULL AND s.ended_at >= ${since})`,
    [at, minutesBefore(at, awaitedMinutes)],
  )
  return rows
}
