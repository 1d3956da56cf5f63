import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from './day.ts'
import { dayKey, formatTime } from './format.ts'
import { instantsOf, skippedBy, startOfLast } from './local.ts'

const zones = fc.constantFrom('UTC', ...Intl.supportedValuesOf('timeZone'))
/** Whole minutes from 2020 to 2037. */
const instants = fc.integer({ min: 26_297_280, max: 35_767_000 }).map((minute) => new Date(minute * 60_000))
const days = fc.integer({ min: 0, max: 6_200 }).map((count) => addDays('2020-01-01', count))
const times = fc.integer({ min: 0, max: 1_439 }).map((minute) => new Date(minute * 60_000).toISOString().slice(11, 16))

const minuteMs = 60_000

/** A day and a time as a clock shows them, counted as if in UTC. */
function shown(localMs: number): [day: string, time: string] {
  const text = new Date(localMs).toISOString()
  return [text.slice(0, 10), text.slice(11, 16)]
}

/** From where to where a zone's clocks jump forward in a year, by the platform's named offsets. null: they do not. */
function leapIn(year: number, zone: string): { from: number; to: number } | null {
  for (let month = 0; month < 12; month += 1) {
    let [low, high] = [Date.UTC(year, month, 1), Date.UTC(year, month + 1, 1)]
    const [before, after] = [namedOffsetMs(low, zone), namedOffsetMs(high, zone)]
    if (after <= before) continue
    while (high - low > minuteMs) {
      const middle = low + Math.floor((high - low) / 2 / minuteMs) * minuteMs
      if (namedOffsetMs(middle, zone) === before) low = middle
      else high = middle
    }
    return { from: high + before, to: high + after }
  }
  return null
}

function leapingZones(): string[] {
  return Intl.supportedValuesOf('timeZone').filter((zone) => leapIn(2026, zone) !== null)
}

/** `GMT+05:45` and the like: a different route to an offset than the clock under test. */
function namedOffsetMs(at: number, zone: string): number {
  const format = formats.get(zone) ?? new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
  formats.set(zone, format)
  const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(format.format(at)) ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * minuteMs
}

const formats = new Map<string, Intl.DateTimeFormat>()

describe('a day and a time in a zone', () => {
  test('what a clock shows leads back to the instant it showed it, in every zone, and is not skipped', () => {
    fc.assert(
      fc.property(instants, zones, (at, zone) => {
        const seen = [dayKey(at, zone), formatTime(at, zone)] as const
        expect(instantsOf(...seen, zone)).toContain(at.toISOString())
        expect(skippedBy(...seen, zone)).toBeNull()
      }),
      { numRuns: 500 },
    )
  })

  test('every instant it stands for shows that day and time, in order, and there are at most two', () => {
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

  test('every time the clocks jump over is skipped, and its neighbours are not', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...leapingZones()),
        fc.integer({ min: 2020, max: 2037 }),
        fc.nat(),
        (zone, year, nth) => {
          const leap = leapIn(year, zone)
          fc.pre(leap !== null)
          const inside = shown(leap.from + (nth % ((leap.to - leap.from) / minuteMs)) * minuteMs)
          expect(skippedBy(...inside, zone)).toEqual({ from: shown(leap.from)[1], to: shown(leap.to)[1] })
          expect(instantsOf(...inside, zone)).toEqual([])
          for (const beside of [shown(leap.from - minuteMs), shown(leap.to)]) {
            expect(skippedBy(...beside, zone)).toBeNull()
            expect(instantsOf(...beside, zone)).not.toEqual([])
          }
        },
      ),
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

  test('says how the clocks jump over a skipped time', () => {
    expect(skippedBy('2026-03-29', '02:00', 'Europe/Berlin')).toEqual({ from: '02:00', to: '03:00' })
    expect(skippedBy('2026-03-29', '02:59', 'Europe/Berlin')).toEqual({ from: '02:00', to: '03:00' })
    expect(skippedBy('2026-10-04', '02:15', 'Australia/Lord_Howe')).toEqual({ from: '02:00', to: '02:30' })
    expect(skippedBy('2026-03-29', '03:00', 'Europe/Berlin')).toBeNull()
  })
})

test('a half-typed year stands for no instant yet and breaks nothing', () => {
  for (const year of ['0002', '0020', '0202', '1969', '9999']) {
    expect(instantsOf(`${year}-11-25`, '10:00', 'Europe/Berlin')).toEqual([])
    expect(skippedBy(`${year}-11-25`, '10:00', 'Europe/Berlin')).toBeNull()
  }
})

test('a day no calendar has stands for no instant', () => {
  expect(instantsOf('2026-02-30', '10:00', 'Europe/Berlin')).toEqual([])
})

test('the last days are local days, the present one is the last of them, and a clock change makes none longer', () => {
  const start = (days: number, until: string, zone: string) => startOfLast(days, new Date(until), zone).toISOString()
  expect(start(1, '2026-11-24T09:58:00Z', 'Europe/Berlin')).toBe('2026-11-23T23:00:00.000Z')
  // 24 November as a whole: its end is the next day's first instant.
  expect(start(1, '2026-11-24T23:00:00Z', 'Europe/Berlin')).toBe('2026-11-23T23:00:00.000Z')
  expect(start(30, '2026-11-23T23:30:00Z', 'Europe/Berlin')).toBe('2026-10-25T23:00:00.000Z')
  expect(start(30, '2026-11-20T09:58:00Z', 'Europe/Berlin')).toBe('2026-10-21T22:00:00.000Z')
})
