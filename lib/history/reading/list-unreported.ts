import { pool } from '#lib/db/client.ts'
import { awaitedMinutes } from '#lib/record/limits.ts'
import { isSessionOfRun, runsOfRoom } from '#lib/record/sessions/seen-runs.ts'

/** A room with runs that aren't stored yet: when the oldest was first seen, and when the newest ended. */
export type EndedRoom = { organizerId: string; gotoMeetingId: string; seenAt: Date; endedAt: Date }
/** `isListed`: its sessions are known, their attendance isn't. */
export type UnreportedRoom = EndedRoom & { isListed: boolean }
type RoomKeys = Pick<EndedRoom, 'organizerId' | 'gotoMeetingId'>

/**
 * Rooms with a run that ended within a day without a stored session and attendees: GoTo hasn't reported it yet. Of one
 * room, within a day of its last end, however long ago that was.
 */
export async function listUnreported(at: Date, room: RoomKeys | null = null): Promise<UnreportedRoom[]> {
  const { rows } = await pool().query<UnreportedRoom>(
    `SELECT m.organizer_id::text AS "organizerId", r.goto_meeting_id::text AS "gotoMeetingId",
       min(least(run.since, run.ended_at)) AS "seenAt", max(run.ended_at) AS "endedAt",
       bool_and(EXISTS (SELECT 1 FROM session s
         WHERE s.account_key = r.account_key AND s.goto_meeting_id = r.goto_meeting_id AND ${isSessionOfRun})) AS "isListed"
     FROM room_status r
     CROSS JOIN ${runsOfRoom}
     JOIN LATERAL (
       SELECT coalesce(m.organizer_id, o.organizer_id) AS organizer_id FROM (SELECT 1) AS one
       LEFT JOIN meeting m ON m.account_key = r.account_key AND m.goto_meeting_id = r.goto_meeting_id
       LEFT JOIN (SELECT c.goto_meeting_id, b.organizer_id, b.account_key FROM occurrence c JOIN meeting b ON b.id = c.meeting_id) o
         ON o.account_key = r.account_key AND o.goto_meeting_id = r.goto_meeting_id LIMIT 1) m ON m.organizer_id IS NOT NULL
     -- Without this the runs of every room ever used would be unfolded.
     WHERE (r.ended_at >= $1::timestamptz - make_interval(mins => $2) OR r.earlier_runs <> '[]' OR $3::uuid IS NOT NULL)
       AND run.ended_at <= $1
       AND run.ended_at >= CASE WHEN $3::uuid IS NULL THEN $1 ELSE coalesce(r.ended_at, $1) END - make_interval(mins => $2)
       AND ($3::uuid IS NULL OR (m.organizer_id = $3 AND r.goto_meeting_id = $4))
       AND NOT EXISTS (
         SELECT 1 FROM session s WHERE s.account_key = r.account_key AND s.goto_meeting_id = r.goto_meeting_id
           AND s.attendees_read_at IS NOT NULL AND s.ended_at IS NOT NULL AND ${isSessionOfRun})
     GROUP BY 1, 2`,
    [at, awaitedMinutes, room?.organizerId ?? null, room?.gotoMeetingId ?? null],
  )
  return rows
}
