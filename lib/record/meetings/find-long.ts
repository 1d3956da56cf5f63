import { pool } from '#lib/db/client.ts'
import { dayMs } from '#lib/time/day.ts'

/** Most meetings end within a day: one that is on at a time began after this, or is among the long ones. */
export function usualStart(at: Date): Date {
  return new Date(at.getTime() - dayMs)
}

/** Ids of the occurrences that last longer than a day and end after that time. They have an index of their own. */
export async function findLong(at: Date): Promise<string[]> {
  const { rows } = await pool().query<{ id: string }>(
    `SELECT id FROM occurrence WHERE ends_at - starts_at > interval '24 hours' AND ends_at >= $1 ORDER BY ends_at LIMIT 1000`,
    [at],
  )
  return rows.map(({ id }) => id)
}
