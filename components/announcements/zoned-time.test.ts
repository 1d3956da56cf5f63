import { expect, test } from 'vitest'
import { fromZonedText, toZonedText } from './zoned-time.ts'

test('what a field shows is what it saves, on both sides of a clock change', () => {
  for (const instant of ['2026-07-01T08:00:00.000Z', '2026-11-24T08:00:00.000Z', '2026-10-25T03:30:00.000Z'])
    expect(fromZonedText(toZonedText(instant, 'Europe/Berlin'), 'Europe/Berlin')).toBe(instant)
})

test('a time is taken in the zone of the person', () => {
  expect(fromZonedText('2026-11-24T10:00', 'Europe/Berlin')).toBe('2026-11-24T09:00:00.000Z')
  expect(fromZonedText('2026-11-24T10:00', 'America/New_York')).toBe('2026-11-24T15:00:00.000Z')
  expect(fromZonedText('2026-11-24T10:00', 'Asia/Kolkata')).toBe('2026-11-24T04:30:00.000Z')
})

test('a time that the clocks skip moves forward', () => {
  expect(fromZonedText('2026-03-29T02:30', 'Europe/Berlin')).toBe('2026-03-29T01:30:00.000Z')
})

test('nothing stays nothing', () => {
  expect(toZonedText(null, 'UTC')).toBe('')
  expect(fromZonedText('', 'UTC')).toBeNull()
})
