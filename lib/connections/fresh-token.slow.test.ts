import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '#lib/testing/database.ts'
import { proveRefresh } from '#lib/testing/refresh-proof.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await freshDatabase()
})

afterAll(() => database.close())

test('a token endpoint that takes half a minute is still called once per person, because leases are renewed', async () => {
  const { got, redeems, refusals, rows } = await proveRefresh({
    people: 10,
    requests: 200,
    processes: 2,
    delaySeconds: 30,
  })
  expect({ redeems, refusals, got: got.length }).toEqual({ redeems: 10, refusals: 0, got: 4_000 })
  expect(got.filter((line) => line.startsWith('failed'))).toEqual([])
  expect(rows.every(({ status }) => status === 'active')).toBe(true)
})
