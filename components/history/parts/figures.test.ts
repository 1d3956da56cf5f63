import { expect, test } from 'vitest'
import { minutesText, shareText, timeText, zoneText } from './figures.ts'

test('a share is never rounded to all or nothing', () => {
  expect([0, 0.004, 0.5, 0.997, 1].map(shareText)).toEqual(['0%', '< 1%', '50%', '99%', '100%'])
})

test('minutes are exact to a tenth', () => {
  expect([48, 12.5, 0.1 + 0.2].map(minutesText)).toEqual(['48', '12.5', '0.3'])
})

test('a time on the next day, or after a clock change, says so', () => {
  const berlin = 'Europe/Berlin'
  expect(timeText('2026-11-24T23:20:00Z', '2026-11-24T22:00:00Z', berlin)).toBe('00:20 (+1)')
  expect(timeText('2026-10-25T01:10:00Z', '2026-10-25T00:10:00Z', berlin)).toBe('02:10 CET')
  expect(zoneText('2026-10-25T00:10:00Z', '2026-10-25T01:10:00Z', berlin)).toBe('CEST, then CET (Europe/Berlin)')
  expect(zoneText('2026-11-24T09:00:00Z', '2026-11-24T10:00:00Z', 'UTC')).toBe('UTC')
})
