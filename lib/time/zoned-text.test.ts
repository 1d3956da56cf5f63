import { afterEach, expect, test, vi } from 'vitest'
import { fromZonedText, toZonedText, wrongZonedText } from './zoned-text.ts'

afterEach(() => void vi.useRealTimers())

test('what a field shows is what it saves, on both sides of a clock change', () => {
  for (const instant of ['2026-07-01T08:00:00.000Z', '2026-11-24T08:00:00.000Z', '2026-10-25T03:30:00.000Z'])
    expect(fromZonedText(toZonedText(instant, 'Europe/Berlin'), 'Europe/Berlin')).toBe(instant)
})

test('a time is read in the person’s zone', () => {
  expect(fromZonedText('2026-11-24T10:00', 'Europe/Berlin')).toBe('2026-11-24T09:00:00.000Z')
  expect(fromZonedText('2026-11-24T10:00', 'America/New_York')).toBe('2026-11-24T15:00:00.000Z')
  expect(fromZonedText('2026-11-24T10:00', 'Asia/Kolkata')).toBe('2026-11-24T04:30:00.000Z')
})

test('a time the clocks skip is refused, not moved, as in the meeting form', () => {
  vi.useFakeTimers({ now: new Date('2026-03-01T10:00:00Z'), toFake: ['Date'] })
  expect(fromZonedText('2026-03-29T02:30', 'Europe/Berlin')).toBeNull()
  expect(wrongZonedText('2026-03-29T02:30', 'Europe/Berlin')).toBe(
    '02:30 does not exist on Sunday 29 March 2026: the clocks go from 02:00 to 03:00. Choose 03:00 or another time.',
  )
  for (const text of ['', '2026-03-29T03:30']) expect(wrongZonedText(text, 'Europe/Berlin')).toBeNull()
})

test('a time the clocks show twice means the first, unless the field had the second and was left alone', () => {
  const [first, second] = ['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z']
  expect(fromZonedText('2026-10-25T02:30', 'Europe/Berlin')).toBe(first)
  expect(fromZonedText(toZonedText(second, 'Europe/Berlin'), 'Europe/Berlin', second)).toBe(second)
})

test('nothing stays nothing', () => {
  expect(toZonedText(null, 'UTC')).toBe('')
  expect(fromZonedText('', 'UTC')).toBeNull()
})
