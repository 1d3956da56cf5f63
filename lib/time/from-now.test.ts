import { expect, test } from 'vitest'
import { atText, dayTitle, nearDay } from './from-now.ts'

const berlin = 'Europe/Berlin'
const now = new Date('2026-11-24T23:30:00Z')

test.each([
  ['2026-11-24T22:59:00Z', 'Yesterday · Tuesday 24 November'],
  ['2026-11-24T23:00:00Z', 'Today · Wednesday 25 November'],
  ['2026-11-26T22:59:00Z', 'Tomorrow · Thursday 26 November'],
  ['2026-11-26T23:00:00Z', 'Friday 27 November'],
  ['2027-01-04T12:00:00Z', 'Monday 4 January 2027'],
])('the local day of %s is %s', (instant, title) => expect(dayTitle(instant, now, berlin)).toBe(title))

test('a time of today needs no day, any other has one', () => {
  expect(atText('2026-11-25T09:02:00Z', now, berlin)).toBe('10:02')
  expect(atText('2026-11-25T09:02:00Z', now, berlin, { withZone: true })).toBe('10:02 CET')
  expect(atText('2026-11-24T22:59:00Z', now, berlin)).toBe('24 Nov 2026, 23:59 CET')
})

test.each([
  ['2026-11-18T22:59:00Z', 'Wednesday 18 November'],
  ['2026-11-18T23:00:00Z', 'Thursday'],
  ['2026-11-24T22:59:00Z', 'yesterday'],
  ['2026-11-24T23:00:00Z', ''],
  ['2026-11-26T22:59:00Z', 'tomorrow'],
  ['2026-11-26T23:00:00Z', 'Friday'],
  ['2026-12-01T22:59:00Z', 'Tuesday'],
  ['2026-12-01T23:00:00Z', 'Wednesday 2 December'],
])('seen from today %s is “%s”', (instant, day) => expect(nearDay(instant, now, berlin)).toBe(day))
