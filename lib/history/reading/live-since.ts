import { pool } from '#lib/db/client.ts'
import { longestRunStart } from '#lib/record/limits.ts'

/** What GoTo hasn't reported about a run by then, it never will. */
const awaitedMs = 31 * 86_400_000

/**
 * When the oldest run began that was seen live and isn't stored yet, with a margin for being noticed late; null: none.
 * GoTo selects sessions by their start, so a run that lasts for days is looked for from there.
 */
export async function liveSince(organizerId: string, at: Date): Promise<Date | null> {
  const { rows } = await pool().query<{ since: Date | null }>(
    `SELECT min(r.active_since) AS since
     FROM room_status r
     JOIN meeting m ON m.account_key = r.account_key AND m.goto_meeting_id = r.goto_meeting_id
     WHERE m.organizer_id = $1 AND r.active_since >= $2
       AND NOT EXISTS (
         SELECT 1 FROM session s WHERE s.account_key = r.account_key AND s.goto_meeting_id = r.goto_meeting_id
           AND coalesce(s.ended_at, s.started_at) >= r.active_since)`,
    [organizerId, new Date(at.getTime() - awaitedMs)],
  )
  const since = rows[0]?.since ?? null
  return since && longestRunStart(since)
}
