import { once } from 'node:events'
import { afterEach, expect, test } from 'vitest'
import { closeDb, pool } from '#lib/db/client.ts'
import { migrate } from '#lib/db/migrate.ts'
import { proxiedDatabase } from '#lib/testing/proxied-database.ts'
import { startWorker } from '#lib/testing/worker-process.ts'

afterEach(closeDb)

/** However busy the machine is. */
const patience = { timeout: 90_000 }

test('a worker outlives losing its database, from its start on, and goes on when it is back', {
  timeout: 120_000,
}, async () => {
  const { proxy, url } = await proxiedDatabase()
  await migrate()
  proxy.treat('refuse')
  const { child, logged } = startWorker(url)
  await expect.poll(logged, patience).toContain('Check DATABASE_URL')
  proxy.treat('let through')
  await expect.poll(logged, patience).toContain('worker is ready')
  for (const [how, treatment] of [
    ['end', 'hold'],
    ['reset', 'refuse'],
  ] as const) {
    const before = await jobsDone()
    const trouble = logged().split('tick failed').length
    proxy.treat(treatment)
    proxy.cut(how)
    // Long enough for every loop of the queue and of the clock to have asked.
    await expect.poll(() => logged().split('tick failed').length, patience).toBeGreaterThan(trouble + 2)
    proxy.cut(how)
    proxy.treat('let through')
    await expect.poll(jobsDone, patience).toBeGreaterThan(before)
  }
  expect([child.exitCode, child.signalCode]).toEqual([null, null])
  child.kill('SIGTERM')
  expect(await once(child, 'exit')).toEqual([0, null])
})

test('that the database is away is said even where only errors are logged', async () => {
  const { proxy, url } = await proxiedDatabase()
  proxy.treat('refuse')
  const { logged } = startWorker(url, undefined, { LOG_LEVEL: 'error' })
  await expect.poll(logged, patience).toContain('Check DATABASE_URL')
})

/** Of any kind: one by the clock is due every few seconds. */
async function jobsDone(): Promise<number> {
  try {
    const { rows } = await pool().query<{ done: number }>(
      "SELECT count(*)::int AS done FROM pgboss.job WHERE state NOT IN ('created', 'active')",
    )
    return rows[0]?.done ?? 0
  } catch {
    return -1
  }
}
