import { pool } from '#lib/db/client.ts'
import type { ListName } from '#lib/db/list-version.ts'

const listName: ListName = 'meetings'

/** `stamp` changes with everything the list shows except the time of day; so does `version`, which all processes share. */
export type ListStamp = { stamp: string; version: string; hasRestricted: boolean }

/** Real time: another process's changes show here at most this much later. */
export const stampLifeMs = 500

type Kept = { generation: number; newest: { until: number; stamp: Promise<ListStamp> } | null }

/** Shared by both copies of this module in a process: Join runs in Next's copy, the list in the node server's. */
const shared = globalThis as typeof globalThis & { [key: symbol]: Kept | undefined }
const key = Symbol.for('foyer.meetings.stamp')
shared[key] ??= { generation: 0, newest: null }
const kept: Kept = shared[key]

/** One tiny query per process every half second, however many people ask. */
export function getListStamp(): Promise<ListStamp> {
  const at = performance.now()
  if (kept.newest && at < kept.newest.until) return kept.newest.stamp
  const entry = { until: at + stampLifeMs, stamp: queryStamp() }
  kept.newest = entry
  entry.stamp.catch(() => {
    if (kept.newest === entry) kept.newest = null
  })
  return entry.stamp
}

/** After this process commits a change: the person who made it sees it at once. */
export function forgetListStamp(): void {
  kept.newest = null
  kept.generation += 1
}

async function queryStamp(): Promise<ListStamp> {
  const { rows } = await pool().query<{ version: string | null; restricted: boolean }>(
    // Of EXISTS the planner expects an early hit, and would read the whole table to one that comes late.
    `SELECT (SELECT version FROM list_version WHERE name = $1) AS version,
       (SELECT id FROM meeting WHERE visibility <> 'company' AND gone_at IS NULL ORDER BY id LIMIT 1) IS NOT NULL AS restricted`,
    [listName],
  )
  const { version, restricted = false } = rows[0] ?? {}
  return { stamp: `${version ?? 0}.${kept.generation}`, version: version ?? '0', hasRestricted: restricted }
}
