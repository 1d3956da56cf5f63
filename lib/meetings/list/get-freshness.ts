import { companyReading } from '#lib/connections/company-reading.ts'
import { pool } from '#lib/db/client.ts'
import type { Coverage } from '#lib/meetings/schema.ts'

export type Freshness = { asOf: string | null; coverage: Coverage }

/** An organizer read more recently than this counts as read. A round takes two minutes. */
export const freshMinutes = 10

/**
 * How old and how complete the list is. "Not read" is never zero: organizers not read lately are counted and named,
 * and their meetings stay as last known.
 */
export async function getFreshness(now: Date): Promise<Freshness> {
  const freshSince = new Date(now.getTime() - freshMinutes * 60_000)
  const { rows } = await pool().query<{
    organizers: number
    read: number
    as_of: Date | null
    missing: string[]
    partly: string[]
  }>(
    `SELECT count(*)::int AS organizers,
       count(*) FILTER (WHERE read_at >= $1)::int AS read,
       coalesce(min(read_at) FILTER (WHERE read_at >= $1), min(read_at)) AS as_of,
       coalesce((array_agg(name ORDER BY name) FILTER (WHERE read_at IS NULL OR read_at < $1))[1:5], '{}') AS missing,
       coalesce((array_agg(name ORDER BY name) FILTER (WHERE unread_rows > 0))[1:5], '{}') AS partly
     FROM organizer WHERE gone_at IS NULL AND status = 'active'`,
    [freshSince],
  )
  const { source } = await companyReading()
  const { organizers = 0, read = 0, missing = [], partly = [], as_of = null } = rows[0] ?? {}
  return { asOf: toMinute(as_of), coverage: { source, organizers, read, missing, partly } }
}

/** To the minute, so that an unchanged list stays an unchanged answer through repeated reads. */
function toMinute(at: Date | null): string | null {
  return at && new Date(Math.floor(at.getTime() / 60_000) * 60_000).toISOString()
}
