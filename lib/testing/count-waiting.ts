import { db } from '#lib/db/client.ts'

/** How many statements of this test's database wait for a lock: to let two transactions meet for certain. */
export async function countWaiting(): Promise<number> {
  const rows = await db().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`
  return rows[0]?.count ?? 0
}
