import { pool } from '#lib/db/client.ts'
import {
  holdMs,
  mostAheadMs,
  type Pace,
  recoveryPerSecond,
  type SlotGrant,
  type SlotRequest,
  slowest,
} from './budget-rule.ts'

/** Where a budget's state is kept, shared by everyone who names the same budget. */
export type BudgetStore = {
  take(pace: Pace, request: SlotRequest): Promise<SlotGrant>
  slowDown(pace: Pace, pauseMs: number): Promise<void>
}

/**
 * The budget's row in PostgreSQL. Every process goes by the database's clock, and each rule is one statement: the row
 * is locked for microseconds, and the clock is read after the lock is taken, not before waiting for it.
 * `atMs` replaces that clock in tests.
 */
export function databaseStore(name: string, atMs: () => number | null = () => null): BudgetStore {
  return {
    async take(pace, { lane, count, maxWaitMs }) {
      const patienceMs = lane === 'interactive' ? maxWaitMs : 0
      const values = [name, atMs(), pace.stepMs, pace.toleranceMs, count, patienceMs]
      const { rows } = await pool().query<TakenRow>(takeSql, values)
      const row = rows[0]
      if (row) return { isGranted: row.granted, firstInMs: row.first_in_ms, stepMs: row.step_ms }
      await pool().query('INSERT INTO request_budget (name) VALUES ($1) ON CONFLICT DO NOTHING', [name])
      return this.take(pace, { lane, count, maxWaitMs })
    },
    async slowDown(pace, pauseMs) {
      await pool().query('INSERT INTO request_budget (name) VALUES ($1) ON CONFLICT DO NOTHING', [name])
      await pool().query(slowSql, [name, atMs(), pace.toleranceMs, pauseMs])
    },
  }
}

type TakenRow = { granted: boolean; first_in_ms: number; step_ms: number }

// Real seconds, not the product's: the limit is the vendor's and knows no demo clock.
const now = 'coalesce($2::float8, extract(epoch FROM clock_timestamp()) * 1000)::float8'
const share = `least(1, 1 / slowdown + greatest(0, ${now} - slow_until_ms) / 1000 * ${recoveryPerSecond})`
const step = `($3::float8 / ${share})`

const nextAt = `least(next_at_ms, ${now} + ${mostAheadMs})`

const takeSql = `
  WITH taken AS (
    UPDATE request_budget
    SET next_at_ms = greatest(${nextAt}, ${now}) + $5::int * ${step}
    WHERE name = $1 AND ${nextAt} - $4::float8 - ${now} <= $6::float8
    RETURNING next_at_ms - $5::int * ${step} - $4::float8 - ${now} AS first_in_ms, ${step} AS step_ms
  )
  SELECT true AS granted, first_in_ms, step_ms FROM taken
  UNION ALL
  SELECT false, ${nextAt} - $4::float8 - ${now}, ${step}
  FROM request_budget WHERE name = $1 AND NOT EXISTS (SELECT FROM taken)`

const slowSql = `
  UPDATE request_budget
  SET next_at_ms = greatest(next_at_ms, ${now} + $3::float8 + $4::float8),
      slowdown = CASE WHEN ${now} < slow_until_ms THEN slowdown ELSE least(1 / ${slowest}::float8, 2 / ${share}) END,
      slow_until_ms = CASE WHEN ${now} < slow_until_ms THEN slow_until_ms ELSE ${now} + ${holdMs} END
  WHERE name = $1`
