import { expect, test } from 'vitest'
import { zonesIn } from './zones-in-sql.ts'

test.each([
  "SELECT starts_at AT TIME ZONE 'Europe/Berlin' FROM occurrence",
  'SELECT starts_at AT TIME ZONE $1 FROM occurrence',
  "SELECT starts_at AT TIME ZONE\n  'Europe/Berlin' FROM occurrence",
  "SELECT starts_at AT TIME /* local */ ZONE 'Europe/Berlin' FROM occurrence",
  "SELECT 1\n * extract(epoch FROM starts_at AT TIME ZONE 'Europe/Berlin')",
  "SELECT timezone('Europe/Berlin', starts_at)",
  "SELECT date_trunc('day', starts_at)",
  "SELECT date_trunc('day', starts_at, $1)",
  "SELECT date_trunc('day', coalesce(starts_at, $1))",
  'SELECT * FROM occurrence WHERE starts_at >= current_date',
  'SELECT starts_at::date FROM occurrence',
  'SELECT cast(starts_at AS date) FROM occurrence',
  "SELECT to_char(starts_at, 'YYYY-MM-DD')",
  'SELECT extract(hour FROM starts_at)',
  "SELECT date_part('hour', starts_at)",
  "SELECT make_timestamptz(2026, 11, 24, 10, 0, 0, 'Europe/Berlin')",
  "SELECT generate_series($1::timestamptz, $2::timestamptz, '1 day', 'Europe/Berlin')",
  "SET LOCAL TIME ZONE 'Europe/Berlin'",
  "SET SESSION TIME ZONE 'Europe/Berlin'",
  "SET timezone = 'Europe/Berlin'",
  "SELECT set_config('TimeZone', $1, true)",
])('this is refused, in code and in a migration: %s', (sql) => {
  expect(zonesIn('lib/insights/somewhere.ts', `await pool().query(\`${sql}\`)`)).toHaveLength(1)
  expect(zonesIn('prisma/migrations/0099_somewhere/migration.sql', `-- ${'\n'}${sql};`)).toHaveLength(1)
})

test.each([
  "SELECT to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD')",
  "SELECT date_trunc('day', starts_at AT TIME ZONE 'UTC')",
  "SELECT (starts_at AT TIME ZONE 'UTC')::date",
  "SELECT extract(hour FROM starts_at AT TIME ZONE 'UTC')",
  'SELECT extract(epoch FROM starts_at)::int, $1::timestamptz, $2::timestamptz(3)',
  'SELECT * FROM occurrence WHERE starts_at >= $1 AND starts_at < $2',
  "SET TIME ZONE 'UTC'",
  'SELECT n FROM generate_series(1, $1::int) n',
])('this is not: %s', (sql) => {
  expect(zonesIn('lib/insights/somewhere.ts', `await pool().query(\`${sql}\`)`)).toEqual([])
  expect(zonesIn('prisma/migrations/0099_somewhere/migration.sql', sql)).toEqual([])
})

test('pieces of one text are judged together, comments and code by no means', () => {
  const cut = "const at = 'AT TIME'; await pool().query('SELECT starts_at ' + at + ' ZONE $1')"
  expect(zonesIn('lib/insights/somewhere.ts', cut)).toHaveLength(1)
  const comment = "/* starts_at AT TIME ZONE $1 */ import { timezone } from './somewhere.ts'; timezone(localtime)"
  expect(zonesIn('lib/insights/somewhere.ts', comment)).toEqual([])
})

test('the line is named on which the local time stands', () => {
  const sql = 'await pool().query(`\n  SELECT starts_at\n  AT TIME ZONE $1`)'
  expect(zonesIn('lib/insights/somewhere.ts', sql)[0]).toMatch(/^lib\/insights\/somewhere\.ts:3 /)
})
