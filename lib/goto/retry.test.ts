import fc from 'fast-check'
import { expect, test } from 'vitest'
import { backoffMs, retryAfterSeconds } from './retry.ts'

const now = Date.parse('2030-01-15T09:00:00Z')

test.each([
  ['0', 0],
  ['7', 7],
  [' 7 ', 7],
  ['999999', 3_600],
  ['Tue, 15 Jan 2030 09:00:30 GMT', 30],
  ['Tue, 15 Jan 2030 08:00:00 GMT', 0],
  ['soon', null],
  ['-5', null],
  ['', null],
  [null, null],
])('Retry-After %j is %j seconds', (header, seconds) => {
  expect(retryAfterSeconds(header, now)).toBe(seconds)
})

test('a pause is never longer than its doubling limit or eight seconds', () => {
  const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), random, (attempt, value) => {
      const pause = backoffMs(attempt, value, 1_000)
      expect(pause).toBeGreaterThanOrEqual(0)
      expect(pause).toBeLessThanOrEqual(Math.min(8_000, 1_000 * 2 ** (attempt - 1)))
    }),
  )
})
