import type pg from 'pg'
import { afterEach, expect, test } from 'vitest'
import { setEnv } from '#lib/env.ts'
import { toAppError } from '#lib/errors.ts'
import { embeddedOwner } from '#lib/testing/embedded-owner.ts'
import { proxiedDatabase } from '#lib/testing/proxied-database.ts'
import { temporaryFolder } from '#lib/testing/temporary-folder.ts'
import { closeDb, db, inTransaction, pool } from './client.ts'
import { migrate } from './migrate.ts'

const passing = { code: 'upstream_unavailable', retryAfterSeconds: 5 }

/** However busy the machine is. */
const patience = { timeout: 20_000 }

type Question = [what: string, ask: () => Promise<unknown>]

/** The ways in which the product asks, each while it takes a while. */
const slowQuestions: Question[] = [
  ['plain SQL', () => pool().query('SELECT pg_sleep(60)')],
  ['raw SQL of Prisma', () => db().$queryRaw`SELECT pg_sleep(60)::text`],
  ['a statement of Prisma', () => db().$executeRawUnsafe('SELECT pg_sleep(60)')],
  ['a transaction', () => inTransaction((tx) => tx.$queryRaw`SELECT pg_sleep(60)::text`)],
]
const questions: Question[] = [
  ['plain SQL', () => pool().query('SELECT 1')],
  ['raw SQL of Prisma', () => db().$queryRaw`SELECT 1`],
  ['a model', () => db().setting.count()],
  ['a transaction', () => inTransaction((tx) => tx.setting.count())],
]

afterEach(closeDb)

test.each(['end', 'reset'] as const)('a connection that is lost (%s) is trouble that passes', async (how) => {
  const { proxy } = await proxiedDatabase()
  await migrate()
  const [watch, lock] = [await pool().connect(), await pool().connect()]
  for (const client of [watch, lock]) client.on('error', () => undefined)
  await lock.query('BEGIN; LOCK TABLE setting')
  const waiting: Question[] = [...slowQuestions, ['a model', () => db().setting.count()]]
  const failures = waiting.map(async ([what, ask]) => [what, await failureOf(ask)])
  await expect.poll(() => sleepers(watch), patience).toHaveLength(waiting.length)
  proxy.cut(how)
  expect(await Promise.all(failures)).toMatchObject(waiting.map(([what]) => [what, passing]))
  for (const client of [watch, lock]) client.release(true)
})

test('a database that refuses is trouble that passes, and so is one that answers nothing', async () => {
  const { proxy } = await proxiedDatabase()
  await migrate()
  for (const how of ['refuse', 'hold'] as const) {
    proxy.treat(how)
    proxy.cut('end')
    // All at once: each waits for seconds.
    const failures = questions.map(async ([what, ask]) => [how, what, await failureOf(ask)])
    expect(await Promise.all(failures)).toMatchObject(questions.map(([what]) => [how, what, passing]))
  }
  proxy.treat('let through')
  expect(await db().setting.count()).toBeGreaterThanOrEqual(0)
})

test('a killed server is trouble that passes, for what was asked and for what is asked next', async () => {
  const { outcome } = await embeddedOwner(temporaryFolder())
  if ('refused' in outcome) throw new Error(outcome.refused)
  setEnv({ databaseUrl: outcome.url })
  await migrate()
  const watch = await pool().connect()
  watch.on('error', () => undefined)
  const failures = slowQuestions.map(async ([what, ask]) => [what, await failureOf(ask)])
  await expect.poll(() => sleepers(watch), patience).toHaveLength(slowQuestions.length)
  for (const pid of [outcome.pid, ...(await sleepers(watch))]) process.kill(pid, 'SIGKILL')
  watch.release(true)
  expect(await Promise.all(failures)).toMatchObject(slowQuestions.map(([what]) => [what, passing]))
  for (const [what, ask] of questions) expect([what, await failureOf(ask)]).toMatchObject([what, passing])
})

test('a connection that pg gave up in the middle of a transaction is trouble that passes', () => {
  const unusable = new Error('Client has encountered a connection error and is not queryable')
  expect(toAppError(unusable)).toMatchObject(passing)
})

test('a browser that goes away in the middle of its request is no trouble of the database', () => {
  const aborted = Object.assign(new Error('aborted'), { code: 'ECONNRESET' })
  expect(toAppError(aborted).code).toBe('internal')
  expect(toAppError(new Error('Reading failed', { cause: aborted })).code).toBe('internal')
  const halfOpened = 'Client network socket disconnected before secure TLS connection was established'
  expect(toAppError(Object.assign(new Error(halfOpened), { code: 'ECONNRESET' }))).toMatchObject(passing)
})

async function failureOf(ask: () => Promise<unknown>) {
  return ask().then(() => 'an answer', toAppError)
}

/** The processes that wait, for a lock or for time to pass. */
async function sleepers(client: pg.PoolClient): Promise<number[]> {
  const { rows } = await client.query<{ pid: number }>(
    "SELECT pid FROM pg_stat_activity WHERE wait_event_type IN ('Timeout', 'Lock') AND query <> '' AND state = 'active'",
  )
  return rows.map(({ pid }) => pid)
}
