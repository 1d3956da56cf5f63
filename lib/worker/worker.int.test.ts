import { PgBoss } from 'pg-boss'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { db, inTransaction, pool } from '#lib/db/client.ts'
import { AppError } from '#lib/errors.ts'
import { emit } from '#lib/events/emit.ts'
import { listMeetings } from '#lib/meetings/list/list-meetings.ts'
import { type UnreadPortal, unreadPortal } from '#lib/testing/portal.ts'
import { startJob } from '#lib/upkeep/start-job.ts'
import { type ClockJob, type Job, onEvent } from './job.ts'
import { jobs } from './jobs/all.ts'
import { openQueue, type Queue } from './queue.ts'
import { startTicking } from './tick.ts'

let portal: UnreadPortal
let stops: (() => Promise<void>)[] = []

beforeEach(async () => {
  portal = await unreadPortal()
})
afterEach(async () => {
  for (const stop of stops.reverse()) await stop()
  stops = []
  portal.close()
})

function executeSql(text: string, values?: unknown[]) {
  return pool().query(text, values)
}

async function startWorker(run: readonly Job[]): Promise<Queue> {
  const queue = await openQueue(executeSql, run)
  stops.push(() => queue.stop(), startTicking(queue, run))
  return queue
}

const eventJobs = jobs.filter((job) => 'on' in job)
const soon = { timeout: 20_000, interval: 50 }
/** A clock slot that never ends here: one of a day ends at midnight, and then there is a second run. */
const once = 2_000_000_000

test('the first lent grant fills the list on its own, and "Sync now" reads again', async () => {
  await startWorker(eventJobs)
  const adam = await portal.lender('adam@example.com')
  const erin = await portal.employee('erin@example.com')
  await vi.waitFor(async () => {
    const { coverage } = await listMeetings(erin, {})
    expect(coverage).toEqual({ source: 'administrator', organizers: 4, read: 4, missing: [], partly: [] })
  }, soon)
  expect((await listMeetings(erin, {})).items.length).toBeGreaterThan(5)

  portal.pass(11)
  await expect(startJob(erin, { name: 'sync' })).rejects.toMatchObject({ code: 'forbidden' })
  await startJob(adam, { name: 'sync' })
  const readAgain = { readAt: { gte: new Date('2026-11-24T09:11:00Z') } }
  await vi.waitFor(async () => expect(await db().organizer.count({ where: readAgain })).toBe(4), soon)
  // A list that did not change is rebuilt four times a minute.
  portal.pass(1 / 4)
  expect((await listMeetings(erin, {})).asOf).toBe('2026-11-24T09:11:00.000Z')
  await vi.waitFor(async () => expect(await db().outboxEvent.count({ where: { doneAt: null } })).toBe(0), soon)
})

test('an event becomes one run, even with two workers and when delivered twice', async () => {
  const seen: string[] = []
  const job = onEvent({
    name: 'on-grant-lent',
    on: 'grant.lent',
    run: async (_, { personId }) => {
      seen.push(personId)
    },
  })
  const queue = await startWorker([job])
  await startWorker([job])
  const sent = Array.from({ length: 20 }, (_, nth) => `event ${nth}`)
  for (const personId of sent)
    await inTransaction((tx) => emit(tx, { kind: 'grant.lent', key: personId, payload: { personId } }))
  await vi.waitFor(() => expect(new Set(seen).size).toBe(20), soon)
  for (const { id } of await db().outboxEvent.findMany())
    await queue.enqueueEvent(job, { id, payload: { personId: 'delivered again' } })
  const last = { kind: 'grant.lent', key: 'last', payload: { personId: 'last' } } as const
  await inTransaction((tx) => emit(tx, last))
  await vi.waitFor(async () => expect(await statesOfJobs()).toEqual({ completed: 21 }), soon)
  expect(seen.sort()).toEqual([...sent, 'last'].sort())
})

async function statesOfJobs(): Promise<Record<string, number>> {
  const { rows } = await pool().query<{ state: string; jobs: number }>(
    'SELECT state::text, count(*)::int AS jobs FROM pgboss.job GROUP BY 1',
  )
  return Object.fromEntries(rows.map(({ state, jobs: count }) => [state, count]))
}

test('a job that must wait after its event starts no sooner', async () => {
  let ranAfterMs: number | null = null
  const since = performance.now()
  const job = onEvent({
    name: 'later',
    on: 'grant.lent',
    delaySeconds: 2,
    run: async () => {
      ranAfterMs = performance.now() - since
    },
  })
  await startWorker([job])
  await inTransaction((tx) => emit(tx, { kind: 'grant.lent', key: 'a', payload: { personId: 'a' } }))
  await vi.waitFor(() => expect(ranAfterMs).not.toBeNull(), soon)
  expect(ranAfterMs).toBeGreaterThan(2_000)
})

test('an event that cannot become a job stops neither the clock nor, once it is fixed, the events after it', async () => {
  let runs = 0
  const job: ClockJob = {
    name: 'daily',
    everySeconds: once,
    run: async () => {
      runs += 1
    },
  }
  // Its queue was never created.
  const broken = onEvent({ name: 'broken', on: 'grant.lent', run: async () => {} })
  await inTransaction((tx) => emit(tx, { kind: 'grant.lent', key: 'a', payload: { personId: 'a' } }))
  const queue = await openQueue(executeSql, [job])
  stops.push(() => queue.stop(), startTicking(queue, [broken, job]))
  await vi.waitFor(() => expect(runs).toBe(1), soon)
  expect(await db().outboxEvent.count({ where: { doneAt: null } })).toBe(1)
})

test('a service that says when to come back is left alone until then', async () => {
  let runs = 0
  const job: ClockJob = {
    name: 'limited',
    everySeconds: once,
    run: async () => {
      runs += 1
      throw new AppError('rate_limited', 'Too many.', { retryAfterSeconds: 600 })
    },
  }
  await startWorker([job])
  await vi.waitFor(async () => {
    const { rows } = await pool().query<{ state: string; wait: number }>(
      "SELECT state::text, extract(epoch FROM start_after - now())::int AS wait FROM pgboss.job WHERE name = 'limited'",
    )
    expect(rows).toEqual([{ state: 'retry', wait: expect.any(Number) }])
    expect(rows[0]?.wait).toBeGreaterThan(500)
  }, soon)
  expect(runs).toBe(1)
})

test('a clock slot runs once, whichever of two workers is first', async () => {
  let runs = 0
  const job: ClockJob = {
    name: 'daily',
    everySeconds: once,
    run: async () => {
      runs += 1
    },
  }
  const [one, two] = [await startWorker([job]), await startWorker([job])]
  await vi.waitFor(() => expect(runs).toBe(1), soon)
  await one.enqueueByClock(job)
  await two.enqueueByClock(job)
  const { rows } = await pool().query("SELECT count(*)::int AS jobs FROM pgboss.job WHERE name = 'daily'")
  expect(rows).toEqual([{ jobs: 1 }])
})

test('what is worth retrying is retried, what is not is not, and a pause is not a failure', async () => {
  const tried = new Map<string, number>()
  const failing = (['upstream_unavailable', 'upstream_rejected', 'not_connected'] as const).map(
    (code): ClockJob => ({
      name: code,
      everySeconds: once,
      run: async () => {
        const nth = (tried.get(code) ?? 0) + 1
        tried.set(code, nth)
        if (nth === 1) throw new AppError(code, 'Trouble.')
      },
    }),
  )
  await startWorker(failing)
  const states = async () => {
    const { rows } = await pool().query<{ name: string; state: string }>('SELECT name, state::text FROM pgboss.job')
    return Object.fromEntries(rows.map(({ name, state }) => [name, state]))
  }
  await vi.waitFor(
    async () =>
      expect(await states()).toEqual({
        upstream_unavailable: 'completed',
        upstream_rejected: 'failed',
        not_connected: 'completed',
      }),
    soon,
  )
  expect(Object.fromEntries(tried)).toEqual({ upstream_unavailable: 2, upstream_rejected: 1, not_connected: 1 })
})

test('a killed worker’s job runs elsewhere within 30 seconds', { timeout: 60_000 }, async () => {
  let runs = 0
  const job: ClockJob = {
    name: 'orphan',
    everySeconds: once,
    run: async () => {
      runs += 1
    },
  }
  const first = await openQueue(executeSql, [])
  const boss = new PgBoss({ db: { executeSql }, schedule: false, supervise: false, registerInstance: false })
  await boss.start()
  stops.push(() => boss.stop({ graceful: false }))
  await boss.createQueue(job.name, { policy: 'stately', heartbeatSeconds: 10, retryLimit: 5 })
  await first.enqueueByClock(job)
  await first.stop()
  // Taken, and never heard of again: what a SIGKILL leaves behind.
  expect(await boss.fetch(job.name)).toHaveLength(1)
  await startWorker([job])
  await vi.waitFor(() => expect(runs).toBe(1), { timeout: 30_000, interval: 100 })
})
