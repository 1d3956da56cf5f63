import { pool } from '#lib/db/client.ts'
import { listUnreported } from '#lib/history/reading/list-unreported.ts'
import { awaitedMinutes, longestRunStart, minutesBefore } from '#lib/record/limits.ts'

/**
 * What belongs to a period but isn't in these organizers' past yet: meetings that are running, and ones that ended
 * within a day and GoTo hasn't reported. A period that is over has neither.
 */
export async function countComing(
  organizerIds: readonly string[],
  { to }: { to: Date },
  at: Date,
): Promise<{ running: number; unreported: number }> {
  const since = minutesBefore(at, awaitedMinutes)
  if (organizerIds.length === 0 || to < since) return { running: 0, unreported: 0 }
  const [running, ended] = await Promise.all([countRunning(organizerIds, at), listUnreported(at)])
  const isTheirs = new Set(organizerIds)
  const unreported = ended.filter(({ organizerId, isListed }) => isTheirs.has(organizerId) && !isListed)
  return { running: to < at ? 0 : running, unreported: unreported.length }
}

async function countRunning(organizerIds: readonly string[], at: Date): Promise<number> {
  const { rows } = await pool().query<{ count: number }>(
    `SELECT count(DISTINCT r.goto_meeting_id)::int AS count
     FROM room_status r
     JOIN meeting m ON m.account_key = r.account_key AND m.goto_meeting_id = r.goto_meeting_id
     JOIN organizer o ON o.id = m.organizer_id
     WHERE r.is_active AND o.id = ANY($1::uuid[]) AND greatest(r.read_at, o.listed_at) >= $2`,
    [organizerIds, longestRunStart(at)],
  )
  return rows[0]?.count ?? 0
}
