import { expect, test } from 'vitest'
import { addDays, isDay, startOfDay, weekdayOf } from './day.ts'
import { addMonths, monthDays } from './month.ts'

test('a day starts at local midnight, west and east of Greenwich', () => {
  expect(startOfDay('2026-11-24', 'Europe/Berlin').toISOString()).toBe('2026-11-23T23:00:00.000Z')
  expect(startOfDay('2026-11-24', 'America/New_York').toISOString()).toBe('2026-11-24T05:00:00.000Z')
  expect(startOfDay('2026-11-24', 'Pacific/Kiritimati').toISOString()).toBe('2026-11-23T10:00:00.000Z')
  expect(startOfDay('2026-11-24', 'UTC').toISOString()).toBe('2026-11-24T00:00:00.000Z')
})

test('the days of a clock change have 23 and 25 hours', () => {
  const hours = (day: string) =>
    (startOfDay(addDays(day, 1), 'Europe/Berlin').getTime() - startOfDay(day, 'Europe/Berlin').getTime()) / 3_600_000
  expect(hours('2026-03-29')).toBe(23)
  expect(hours('2026-10-25')).toBe(25)
  expect(hours('2026-11-24')).toBe(24)
})

test('where midnight is skipped, the day starts at its first instant', () => {
  // Beirut went from 00:00 to 01:00 on 29 March 2026.
  const start = startOfDay('2026-03-29', 'Asia/Beirut')
  expect(start.toISOString()).toBe('2026-03-28T22:00:00.000Z')
})

test('a day must exist in the calendar', () => {
  for (const day of ['2026-11-24', '2028-02-29']) expect(isDay(day), day).toBe(true)
  for (const text of ['2026-02-30', '2026-02-29', '2026-13-01', '2026-1-1', '2026-11-24T09:00:00Z', ''])
    expect(isDay(text), text).toBe(false)
})

test('days are counted by the calendar, across months and clock changes', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
  expect(addDays('2026-03-28', 2)).toBe('2026-03-30')
  expect(addDays('2026-03-01', -1)).toBe('2026-02-28')
})

test('weeks begin on Monday', () => {
  expect(['2026-11-23', '2026-11-24', '2026-11-29', '2026-11-30'].map(weekdayOf)).toEqual([0, 1, 6, 0])
})

test('a month has its own days, and months are counted across years', () => {
  expect(monthDays('2026-10')).toEqual({ from: '2026-10-01', to: '2026-10-31' })
  expect(monthDays('2028-02')).toEqual({ from: '2028-02-01', to: '2028-02-29' })
  expect(monthDays('2026-12')).toEqual({ from: '2026-12-01', to: '2026-12-31' })
  for (const text of ['2026-13', '2026-00', '2026', '30', '']) expect(monthDays(text), text).toBeNull()
  expect([addMonths('2026-11', 2), addMonths('2026-01', -1), addMonths('2026-01', -12)]).toEqual([
    '2027-01',
    '2025-12',
    '2025-01',
  ])
})
