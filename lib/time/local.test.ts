import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from './day.ts'
import { dayKey, formatTime } from './format.ts'
import { instantsOf, skippedBy } from './local.ts'

const zones = fc.constantFrom('UTC', ...Intl.supportedValuesOf('timeZone'))
/** Whole minutes from 2020 to 2037. */
const instants = fc.integer({ min: 26_297_280, max: 35_767_000 }).map((minute) => new Date(minute * 60_000))
const days = fc.integer({ min: 0, max: 6_200 }).map((count) => addDays('2020-01-01', count))
const times = fc.integer({ min: 0, max: 1_439 }).map((minute) => new Date(minute * 60_000).toISOString().slice(11, 16))

describe('a day and a time in a zone', () => {
  test('what a clock shows leads back to the instant at which it showed it, in every zone', () => {
    fc.assert(
      fc.property(instants, zones, (at, zone) => {
        expect(instantsOf(dayKey(at, zone), formatTime(at, zone), zone)).toContain(at.toISOString())
      }),
      { numRuns: 500 },
    )
  })

  test('every instant it means shows that day and that time, in order, and there are at most two', () => {
    fc.assert(
      fc.property(days, times, zones, (day, time, zone) => {
        const found = instantsOf(day, time, zone)
        expect(found.length).toBeLessThanOrEqual(2)
        expect(found).toEqual([...found].sort())
        for (const at of found) expect([dayKey(at, zone), formatTime(at, zone)]).toEqual([day, time])
      }),
      { numRuns: 500 },
    )
  })

  test('a time is skipped exactly when no instant shows it, and the two ends of the gap exist', () => {
    fc.assert(
      fc.property(days, times, zones, (day, time, zone) => {
        const gap = skippedBy(day, time, zone)
        expect(gap === null).toBe(instantsOf(day, time, zone).length > 0)
        if (gap && gap.to > gap.from) expect(instantsOf(day, gap.to, zone)).not.toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  test.each([
    ['2026-03-29', '02:30', 'Europe/Berlin', []],
    ['2026-10-25', '02:30', 'Europe/Berlin', ['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z']],
    ['2026-11-01', '01:15', 'America/New_York', ['2026-11-01T05:15:00.000Z', '2026-11-01T06:15:00.000Z']],
    ['2026-10-04', '02:15', 'Australia/Lord_Howe', []],
    ['2026-11-24', '10:00', 'Asia/Kolkata', ['2026-11-24T04:30:00.000Z']],
    ['2026-11-24', '', 'UTC', []],
    ['', '10:00', 'UTC', []],
  ])('%s %s in %s is %j', (day, time, zone, expected) => {
    expect(instantsOf(day, time, zone)).toEqual(expected)
  })

  test('says how the clocks go over a skipped time', () => {
    expect(skippedBy('2026-03-29', '02:00', 'Europe/Berlin')).toEqual({ from: '02:00', to: '03:00' })
    expect(skippedBy('2026-03-29', '02:59', 'Europe/Berlin')).toEqual({ from: '02:00', to: '03:00' })
    expect(skippedBy('2026-10-04', '02:15', 'Australia/Lord_Howe')).toEqual({ from: '02:00', to: '02:30' })
    expect(skippedBy('2026-03-29', '03:00', 'Europe/Berlin')).toBeNull()
  })
})

test('a year that is still being typed means no instant yet, and breaks nothing', () => {
  for (const year of ['0002', '0020', '0202', '1969', '9999']) {
    expect(instantsOf(`${year}-11-25`, '10:00', 'Europe/Berlin')).toEqual([])
    expect(skippedBy(`${year}-11-25`, '10:00', 'Europe/Berlin')).toBeNull()
  }
})

test('a day that no calendar has means no instant', () => {
  expect(instantsOf('2026-02-30', '10:00', 'Europe/Berlin')).toEqual([])
})
