import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { pool } from '#lib/db/client.ts'
import { setEnv } from '#lib/env.ts'
import { createSandbox } from '#lib/sandbox/sandbox.ts'
import { freshDatabase, type TestDatabase } from '#lib/testing/database.ts'
import { createBudget } from './budget.ts'
import { type BudgetState, paceOf, slowDown, takeSlots } from './budget-rule.ts'
import { databaseStore } from './budget-store.ts'
import { gotoClient } from './client.ts'
import { setGotoFetch } from './transport.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())
beforeEach(() => pool().query('DELETE FROM request_budget'))

const history = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        gapMs: fc.nat(400),
        take: fc.record({
          lane: fc.constantFrom('interactive' as const, 'background' as const),
          count: fc.integer({ min: 1, max: 5 }),
          maxWaitMs: fc.nat(2_000),
        }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ gapMs: fc.nat(4_000), pauseMs: fc.nat(1_500) }) },
  ),
  { maxLength: 30 },
)

test('the statements follow the rule, step by step', async () => {
  let run = 0
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(1, 10, 500), history, async (perSecond, steps) => {
      run += 1
      const pace = paceOf(perSecond)
      let nowMs = 1_700_000_000_000
      let state: BudgetState = { nextAtMs: 0, slowdown: 1, slowUntilMs: 0 }
      const store = databaseStore(`rule ${run}`, () => nowMs)
      for (const step of steps) {
        nowMs += step.gapMs
        if ('pauseMs' in step) {
          state = slowDown(state, nowMs, pace, step.pauseMs)
          await store.slowDown(pace, step.pauseMs)
          continue
        }
        const taken = takeSlots(state, nowMs, pace, step.take)
        state = taken.state
        const grant = await store.take(pace, step.take)
        expect(grant.isGranted).toBe(taken.grant.isGranted)
        // A double holds today's milliseconds to within a few ten-thousandths.
        expect(grant.firstInMs).toBeCloseTo(taken.grant.firstInMs, 2)
        expect(grant.stepMs).toBeCloseTo(taken.grant.stepMs, 6)
      }
    }),
    { numRuns: 40 },
  )
})

test('concurrent calls of several clients never come closer than the limit, by the database’s clock', async () => {
  const perSecond = 200
  const pace = paceOf(perSecond)
  const store = databaseStore('together')
  const grants = await Promise.all(
    Array.from({ length: 120 }, async (_, index) => {
      const lane = index % 3 === 0 ? ('interactive' as const) : ('background' as const)
      const { rows } = await pool().query<{ at: number }>(
        'SELECT extract(epoch FROM clock_timestamp())::float8 * 1000 AS at',
      )
      const grant = await store.take(pace, { lane, count: 2, maxWaitMs: 5_000 })
      return { beforeMs: rows[0]?.at ?? 0, ...grant }
    }),
  )
  const granted = grants.filter(({ isGranted }) => isGranted)
  expect(granted.length).toBeGreaterThanOrEqual(40)
  const { rows } = await pool().query<{ next_at_ms: number }>(
    `SELECT next_at_ms FROM request_budget WHERE name = 'together'`,
  )
  const firstMs = Math.min(...grants.map(({ beforeMs }) => beforeMs))
  // Every slot moved the row on by one step: none was handed out twice.
  expect((rows[0]?.next_at_ms ?? 0) - firstMs).toBeGreaterThanOrEqual(granted.length * 2 * pace.stepMs - 1)
})

test('four processes sharing a budget send everything, within the limit', async () => {
  const perSecond = 100
  const budgets = Array.from({ length: 4 }, () => createBudget(databaseStore('shared'), perSecond))
  const sentMs: number[] = []
  await Promise.all(
    budgets.flatMap((budget, index) =>
      Array.from({ length: 60 }, async () => {
        await budget.acquire(index === 0 ? 'interactive' : 'background', 20_000)
        sentMs.push(performance.now())
      }),
    ),
  )
  expect(sentMs).toHaveLength(240)
  for (const [index, at] of sentMs.entries()) {
    const later = sentMs[index + perSecond]
    if (later !== undefined) expect(later - at).toBeGreaterThanOrEqual(1_000)
  }
})

test('a sandbox that counts never has to refuse a call', async () => {
  const sandbox = createSandbox({ company: 'small' })
  sandbox.settings({ ratePerSecond: 60 })
  setEnv({ gotoApiUrl: 'http://sandbox.test', gotoRequestsPerSecond: 60 })
  setGotoFetch(sandbox.fetch)
  const { access_token } = sandbox.tokenFor('adam@example.com')
  const client = (lane: 'interactive' | 'background') => gotoClient({ accessToken: async () => access_token, lane })
  const asked = Array.from({ length: 150 }, (_, index) =>
    client(index % 10 === 0 ? 'interactive' : 'background').call('listUpcomingMeetings'),
  )
  await Promise.all(asked)
  const statuses = sandbox.calls().map(({ status }) => status)
  expect(statuses).toEqual(Array(150).fill(200))
  setGotoFetch(null)
  await sandbox.close()
})

test('budgets of different clients and APIs do not affect each other', async () => {
  const pace = paceOf(1)
  const take = (name: string) => databaseStore(name).take(pace, { lane: 'background', count: 1, maxWaitMs: 0 })
  expect((await take('meetings:one')).isGranted).toBe(true)
  expect((await take('meetings:one')).isGranted).toBe(false)
  expect((await take('admin:one')).isGranted).toBe(true)
  expect((await take('meetings:two')).isGranted).toBe(true)
})
