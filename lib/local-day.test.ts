import { expect, test } from 'vitest'
import { nextDay, startOfDay } from './local-day.ts'

test('a day starts at local midnight, west and east of Greenwich', () => {
  expect(startOfDay('2026-11-24', 'Europe/Berlin').toISOString()).toBe('2026-11-23T23:00:00.000Z')
  expect(startOfDay('2026-11-24', 'America/New_York').toISOString()).toBe('2026-11-24T05:00:00.000Z')
  expect(startOfDay('2026-11-24', 'Pacific/Kiritimati').toISOString()).toBe('2026-11-23T10:00:00.000Z')
  expect(startOfDay('2026-11-24', 'UTC').toISOString()).toBe('2026-11-24T00:00:00.000Z')
})

test('the days of a clock change have 23 and 25 hours', () => {
  const hours = (day: string) =>
    (startOfDay(nextDay(day), 'Europe/Berlin').getTime() - startOfDay(day, 'Europe/Berlin').getTime()) / 3_600_000
  expect(hours('2026-03-29')).toBe(23)
  expect(hours('2026-10-25')).toBe(25)
  expect(hours('2026-11-24')).toBe(24)
})

test('where midnight is skipped, the day starts with its first instant', () => {
  // Beirut went from 00:00 to 01:00 on 29 March 2026.
  const start = startOfDay('2026-03-29', 'Asia/Beirut')
  expect(start.toISOString()).toBe('2026-03-28T22:00:00.000Z')
})
