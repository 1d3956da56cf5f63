import { db } from '#lib/db/client.ts'

/** How many statements in this test's database are waiting for a lock: to make sure two transactions meet. */
export async function countWaiting(): Promise<number> {
  const rows = await db().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`
  return rows[0]?.count ?? 0
}
