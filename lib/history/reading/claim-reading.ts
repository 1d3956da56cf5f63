import { now } from '#lib/clock.ts'
import { pool } from '#lib/db/client.ts'

/** A reader renews its claim with every piece; an older claim is from one that died or failed. */
const claimMs = 30_000

/**
 * Claims these organizers' past for one reader across all processes: a hundred open pages read once. Returns those that
 * were free. A time in the future comes from a clock that was set back.
 */
export async function claimReading(organizerIds: readonly string[]): Promise<string[]> {
  if (organizerIds.length === 0) return []
  const at = now()
  const { rows } = await pool().query<{ id: string }>(
    `INSERT INTO history_reading (organizer_id, tried_at) SELECT unnest($1::uuid[]), $2
     ON CONFLICT (organizer_id) DO UPDATE SET tried_at = $2, failure = NULL
       WHERE history_reading.tried_at IS NULL OR history_reading.tried_at <= $3 OR history_reading.tried_at > $2
     RETURNING organizer_id::text AS id`,
    [organizerIds, at, new Date(at.getTime() - claimMs)],
  )
  return rows.map(({ id }) => id)
}

/** Whether somebody is reading it now, as far as anybody can know. */
export function isBeingRead({ triedAt, failure }: { triedAt: Date | null; failure: string | null }): boolean {
  return failure === null && triedAt !== null && now().getTime() - triedAt.getTime() < claimMs
}
