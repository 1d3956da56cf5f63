import { afterEach, describe, expect, test, vi } from 'vitest'
import { clockText, formatDateTime, formatTime, formatTimeRange, timeKey } from './format.ts'
import { wrongTime } from './local.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.resetModules()
})

/** A browser of that language, whose person may have chosen a clock. */
function browserOf(language: string, kept: string | null = null): void {
  vi.stubGlobal('document', { documentElement: { dataset: {} } })
  vi.stubGlobal('navigator', { language })
  vi.stubGlobal('localStorage', { getItem: () => kept, setItem: () => undefined, removeItem: () => undefined })
}

const at = '2026-11-24T14:30:00Z'
const said = (text: string) => text.replaceAll('\u00a0', ' ')

describe('a time is written by the clock of its reader', () => {
  test.each([
    ['en-US', 'America/New_York', '9:30 AM'],
    ['en-IN', 'Asia/Kolkata', '8:00 pm'],
    ['en-AU', 'Australia/Sydney', '1:30 am'],
    ['en-GB', 'Europe/London', '14:30'],
    ['de-DE', 'Europe/Berlin', '15:30'],
    ['hi-IN', 'Asia/Kolkata', '8:00 PM'],
  ])('%s in %s: %s', (language, zone, text) => {
    browserOf(language)
    expect(said(formatTime(at, zone))).toBe(text)
  })

  test.each([
    ['en-US', '24', '14:30'],
    ['de-DE', '12', '2:30 PM'],
    ['en-GB', '12', '2:30 pm'],
    ['en-US', 'nonsense', '2:30 PM'],
  ])('or by the one they chose: %s and %s', async (language, kept, text) => {
    browserOf(language, kept)
    vi.resetModules()
    const fresh = await import('./format.ts')
    expect(said(fresh.formatTime(at, 'UTC'))).toBe(text)
  })

  test.each([
    ['2026-11-24T09:30:00Z', '2026-11-24T10:30:00Z', '9:30–10:30 AM'],
    ['2026-11-24T11:30:00Z', '2026-11-24T12:30:00Z', '11:30 AM–12:30 PM'],
    ['2026-11-24T00:00:00Z', '2026-11-24T00:45:00Z', '12:00–12:45 AM'],
    ['2026-11-24T23:30:00Z', '2026-11-25T00:30:00Z', '11:30 PM–12:30 AM (+1)'],
    ['2026-11-24T21:00:00Z', '2026-11-25T22:00:00Z', '9:00 PM–10:00 PM (+1)'],
  ])('a range says AM and PM once where it can: %s', (start, end, text) => {
    browserOf('en-US')
    expect(said(formatTimeRange(start, end, 'UTC'))).toBe(text)
  })

  test('everywhere: with its day, in a sentence, but never where a program reads it', () => {
    browserOf('en-US')
    expect(said(formatDateTime(at, 'America/New_York'))).toBe('24 Nov 2026, 9:30 AM EST')
    expect(said(wrongTime({ day: '2027-03-28', time: '02:30' }, 'Europe/Berlin') ?? '')).toBe(
      '2:30 AM does not exist on Sunday 28 March 2027: the clocks go from 2:00 AM to 3:00 AM. Choose 3:00 AM or another time.',
    )
    expect(said(clockText('00:05'))).toBe('12:05 AM')
    expect(clockText('')).toBe('')
    expect(timeKey(at, 'UTC')).toBe('14:30')
  })
})

test('another clock is told to those who listen, and only if it shows', async () => {
  browserOf('en-US')
  vi.resetModules()
  const reader = await import('./reader.ts')
  const heard: boolean[] = []
  const stop = reader.listenToClock(() => heard.push(reader.hasHalfDays()))
  for (const clock of ['12', '24', '24', 'browser'] as const) reader.applyClock(clock)
  stop()
  reader.applyClock('24')
  expect(heard).toEqual([false, true])
  expect(reader.clockChanges()).toBe(3)
})
