import { pool } from '#lib/db/client.ts'
import { longestRunStart } from '#lib/record/limits.ts'
import { awaitedMs, runsOfRoom } from '#lib/record/sessions/seen-runs.ts'

/**
 * When the oldest run began that was seen live and isn't stored yet, with a margin for being noticed late; null: none.
 * GoTo selects sessions by their start, so a run that lasts for days is looked for from there.
 */
export async function liveSince(organizerId: string, at: Date): Promise<Date | null> {
  const { rows } = await pool().query<{ since: Date | null }>(
    `SELECT min(run.since) AS since
     FROM room_status r
     JOIN meeting m ON m.account_key = r.account_key AND m.goto_meeting_id = r.goto_meeting_id
     CROSS JOIN ${runsOfRoom}
     WHERE m.organizer_id = $1 AND run.since >= $2
       AND NOT EXISTS (
         SELECT 1 FROM session s WHERE s.account_key = r.account_key AND s.goto_meeting_id = r.goto_meeting_id
           AND s.started_at <= coalesce(run.ended_at, 'infinity') AND coalesce(s.ended_at, s.started_at) >= run.since)`,
    [organizerId, new Date(at.getTime() - awaitedMs)],
  )
  const since = rows[0]?.since ?? null
  return since && longestRunStart(since)
}
