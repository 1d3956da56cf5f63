import type { Tx } from '#lib/db/client.ts'
import type { PastRun } from './meeting-state.ts'

export type Runnable = {
  occurrenceIds: string[]
  /** Dateless ones, by the meeting's id. */
  rooms: { id: string; accountKey: string; gotoMeetingId: bigint }[]
}

/** The last recorded run of each, by our public id: one query, or none. */
export async function findPastRuns(client: Tx, { occurrenceIds, rooms }: Runnable): Promise<Map<string, PastRun>> {
  if (occurrenceIds.length + rooms.length === 0) return new Map()
  const ids = rooms.map(({ id }) => id)
  const accounts = rooms.map(({ accountKey }) => accountKey)
  const gotoIds = rooms.map(({ gotoMeetingId }) => gotoMeetingId)
  const found = await client.$queryRaw<{ id: string; ended_at: Date | null; attendees_read_at: Date | null }[]>`
    (SELECT DISTINCT ON (s.occurrence_id) s.occurrence_id AS id, s.ended_at, s.attendees_read_at
     FROM session s WHERE s.occurrence_id = ANY(${occurrenceIds}::uuid[])
     ORDER BY s.occurrence_id, s.started_at DESC)
    UNION ALL
    SELECT room.id, last.ended_at, last.attendees_read_at
    FROM unnest(${ids}::uuid[], ${accounts}::text[], ${gotoIds}::bigint[]) AS room (id, account_key, goto_meeting_id)
    CROSS JOIN LATERAL (
      SELECT s.ended_at, s.attendees_read_at FROM session s
      WHERE s.account_key = room.account_key AND s.goto_meeting_id = room.goto_meeting_id
      ORDER BY s.started_at DESC LIMIT 1) AS last`
  return new Map(found.map((run) => [run.id, { endedAt: run.ended_at, attendeesReadAt: run.attendees_read_at }]))
}
