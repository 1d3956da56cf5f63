import { expect, test } from 'vitest'
import { journeyLine, journeyTime, timeOfCommit } from './journey-time.ts'

const today = new Date('2026-11-27T23:30:00Z')

test.each([
  ['2026-10-25T00:20', '2026-10-24T22:20:00.000Z', 'Sunday 2026-10-25 00:20'],
  ['2027-03-28T03:00', '2027-03-28T01:00:00.000Z', 'Sunday 2027-03-28 03:00'],
  ['2026-11-28T09:58', '2026-11-28T08:58:00.000Z', 'Saturday 2026-11-28 09:58'],
])('%s starts the journeys at that time in Berlin, and the first line says so', (testAt, at, text) => {
  const chosen = journeyTime(testAt, today)
  expect(chosen.at.toISOString()).toBe(at)
  expect(journeyLine(chosen)).toBe(`Journeys at ${text} Europe/Berlin (FOYER_TEST_AT=${testAt})`)
})

test('a time alone means today in Berlin', () => {
  expect(journeyTime('12:10', today)).toEqual({ at: new Date('2026-11-28T11:10:00Z'), testAt: '2026-11-28T12:10' })
})

test('of an hour that occurs twice, the first is meant', () => {
  expect(journeyTime('2026-10-25T02:30', today).at.toISOString()).toBe('2026-10-25T00:30:00.000Z')
})

test.each(['noon', '12:60', '24:30', '2026-02-30T12:10', '2026-10-25 00:20', '2027-03-28T02:30'])(
  '%s is not a time that clocks in Berlin show, and is refused with a sentence',
  (testAt) => {
    expect(() => journeyTime(testAt, today)).toThrow(
      `FOYER_TEST_AT must be a time in Berlin like 2026-10-25T00:20 or 12:10, not ${testAt}.`,
    )
  },
)

test('by default a commit is always tried at the same time, the next one at another, on any day of the week', () => {
  const at = new Date('2026-11-27T12:00:00Z')
  const times = Array.from({ length: 200 }, (_, nth) => timeOfCommit({ id: `commit ${nth}`, at }))
  expect(journeyTime('', today, { id: 'commit 7', at }).testAt).toBe(times[7])
  expect(new Set(times).size).toBe(200)
  const chosen = times.map((testAt) => journeyTime(testAt, today).at)
  expect(new Set(chosen.map((one) => one.getUTCDay())).size).toBe(7)
  for (const one of chosen) expect(Math.abs(one.getTime() - at.getTime())).toBeLessThanOrEqual(366 * 86_400_000)
})

test('outside a repository it is a Tuesday morning', () => {
  expect(journeyTime(undefined, today, null).testAt).toBe('2026-11-24T09:58')
})
