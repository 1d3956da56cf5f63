import { expect, test } from 'vitest'
import { minutesText, minutesWords, shareText, timeText, zoneText } from './figures.ts'

test('a share is never rounded to all or nothing', () => {
  expect([0, 0.004, 0.5, 0.997, 1].map(shareText)).toEqual(['0%', '< 1%', '50%', '99%', '100%'])
})

test('minutes are whole wherever a page says them, and never none at all', () => {
  const minutes = [48, 56.6, 12.4, 1.2, 0.3, 0]
  expect(minutes.map(minutesText)).toEqual(['48', '57', '12', '1', '< 1', '< 1'])
  expect([56.6, 1.2, 0.3].map(minutesWords)).toEqual(['57 minutes', '1 minute', '< 1 minute'])
})

test('a time on the next day, or after a clock change, says so', () => {
  const berlin = 'Europe/Berlin'
  expect(timeText('2026-11-24T23:20:00Z', '2026-11-24T22:00:00Z', berlin)).toBe('00:20 (+1)')
  expect(timeText('2026-10-25T01:10:00Z', '2026-10-25T00:10:00Z', berlin)).toBe('02:10 CET')
  expect(zoneText('2026-10-25T00:10:00Z', '2026-10-25T01:10:00Z', berlin)).toBe('CEST, then CET (Europe/Berlin)')
  expect(zoneText('2026-11-24T09:00:00Z', '2026-11-24T10:00:00Z', 'UTC')).toBe('UTC')
})
