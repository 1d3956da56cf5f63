import { expect, test } from 'vitest'
import { zonesIn } from './zones-in-sql.ts'

test.each([
  "SELECT starts_at AT TIME ZONE 'Europe/Berlin' FROM occurrence",
  'SELECT starts_at AT TIME ZONE $1 FROM occurrence',
  "SELECT timezone('Europe/Berlin', starts_at)",
  "SELECT date_trunc('day', starts_at, $1)",
  'SELECT * FROM occurrence WHERE starts_at::date = current_date',
  "SET LOCAL TIME ZONE 'Europe/Berlin'",
])('this is refused: %s', (line) => {
  expect(zonesIn('lib/insights/somewhere.ts', line)).toHaveLength(1)
})

test.each([
  "SELECT to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD')",
  "SELECT date_trunc('day', starts_at)",
  'SELECT * FROM occurrence WHERE starts_at >= $1 AND starts_at < $2',
  "import { timezone } from './somewhere.ts'",
])('this is not: %s', (line) => {
  expect(zonesIn('lib/insights/somewhere.ts', line)).toEqual([])
})
