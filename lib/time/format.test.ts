import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayKey, formatDateTime, formatDay, formatDuration, formatTimeRange, zoneLabel, zoneLabels } from './format.ts'

describe('times for people', () => {
  test('a meeting is shown in the zone of its reader', () => {
    const [start, end] = ['2026-11-24T09:00:00Z', '2026-11-24T10:00:00Z']
    expect(formatTimeRange(start, end, 'Europe/Berlin')).toBe('10:00–11:00')
    expect(formatTimeRange(start, end, 'America/New_York')).toBe('04:00–05:00')
    expect(formatDateTime(start, 'Europe/Berlin')).toBe('24 Nov 2026, 10:00 CET')
  })

  test('a meeting past midnight says so', () => {
    expect(formatTimeRange('2026-11-24T22:30:00Z', '2026-11-24T23:30:00Z', 'Europe/Berlin')).toBe('23:30–00:30 (+1)')
  })

  test('the local day, not the UTC day, decides where a meeting is listed', () => {
    expect(dayKey('2026-11-24T23:30:00Z', 'Europe/Berlin')).toBe('2026-11-25')
    expect(dayKey('2026-11-24T23:30:00Z', 'America/New_York')).toBe('2026-11-24')
  })

  test('the zone label follows daylight saving', () => {
    expect(zoneLabel('2026-01-01T12:00:00Z', 'Europe/Berlin')).toBe('CET')
    expect(zoneLabel('2026-07-01T12:00:00Z', 'Europe/Berlin')).toBe('CEST')
  })

  test.each([
    ['Europe/Berlin', '2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z', 'CEST, then CET'],
    ['Europe/Berlin', '2026-03-29T00:30:00Z', '2026-03-29T01:30:00Z', 'CET, then CEST'],
    ['America/New_York', '2026-11-01T05:30:00Z', '2026-11-01T06:00:00Z', 'EDT, then EST'],
    ['Europe/Berlin', '2026-10-25T01:00:00Z', '2026-10-25T01:30:00Z', 'CET'],
    ['Europe/Berlin', '2026-10-25T00:30:00Z', null, 'CEST'],
    ['UTC', '2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z', 'UTC'],
  ])('in %s from %s to %s the zone is %s', (zone, start, end, said) => {
    expect(zoneLabels(start, end, zone)).toBe(said)
  })

  test.each([
    ['America/New_York', 'EST', 'EDT'],
    ['Australia/Brisbane', 'AEST', 'AEST'],
    ['Asia/Kolkata', 'IST', 'IST'],
    ['Africa/Johannesburg', 'SAST', 'SAST'],
    ['Europe/London', 'GMT', 'BST'],
    ['Asia/Tokyo', 'GMT+9', 'GMT+9'],
    ['UTC', 'UTC', 'UTC'],
  ])('%s is called what people there call it', (zone, winter, summer) => {
    expect(zoneLabel('2026-01-15T12:00:00Z', zone)).toBe(winter)
    expect(zoneLabel('2026-07-15T12:00:00Z', zone)).toBe(summer)
  })

  test('the year appears only when it differs', () => {
    const today = new Date('2026-11-24T12:00:00Z')
    expect(formatDay('2026-11-24T12:00:00Z', 'UTC', today)).toBe('Tuesday 24 November')
    expect(formatDay('2027-01-05T12:00:00Z', 'UTC', today)).toBe('Tuesday 5 January 2027')
  })

  test.each([
    [0, '0 min'],
    [61_000, '2 min'],
    [3_600_000, '1 h'],
    [9_000_000, '2 h 30 min'],
    [5 * 86_400_000, '5 days'],
  ])('%i ms reads as %s', (ms, text) => expect(formatDuration(ms)).toBe(text))
})

test('the local day of an instant is the calendar’s, in every zone and around every change of its clock', () => {
  const zones = Intl.supportedValuesOf('timeZone')
  const instant = fc.integer({ min: Date.UTC(1950), max: Date.UTC(2100) })
  fc.assert(
    fc.property(fc.constantFrom(...zones), fc.array(instant, { minLength: 1, maxLength: 20 }), (zone, instants) => {
      const calendar = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' })
      for (const at of instants)
        for (const near of [at, at + 60_000, at - (at % 900_000), at - (at % 900_000) - 1])
          expect(dayKey(new Date(near), zone)).toBe(calendar.format(near))
    }),
    { numRuns: 60 },
  )
})
