import { now } from '#lib/clock.ts'
import { pool } from '#lib/db/client.ts'
import type { MeetingAttendees } from '#lib/meetings/schema.ts'
import { longestRunStart } from '#lib/record/limits.ts'
import type { ListedRow } from '#lib/record/meetings/listed-rows.ts'

/**
 * Each person's latest click on Join, newest first: for a planned time ever, for a room as long as a run may last. A click
 * is not presence.
 */
export async function findPresses({ meeting, planned }: ListedRow): Promise<MeetingAttendees['others']> {
  const since = planned ? new Date(0) : longestRunStart(now())
  const { rows } = await pool().query<{ id: string; name: string; email: string | null; at: Date }>(
    `SELECT p.id, p.name, p.email, max(j.at) AS at FROM join_press j JOIN person p ON p.id = j.person_id
     WHERE j.at >= $1 AND j.meeting_id = $2 AND j.occurrence_id IS NOT DISTINCT FROM $3
     GROUP BY p.id, p.name, p.email ORDER BY max(j.at) DESC, p.id`,
    [since, meeting.id, planned?.id ?? null],
  )
  return rows.map(({ id, name, email, at }) => ({ personId: id, name, email, pressedAt: at.toISOString() }))
}
