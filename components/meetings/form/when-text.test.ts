import { afterEach, describe, expect, test, vi } from 'vitest'
import { forYouText, shortWhenText, whenText } from './when-text.ts'

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function forYou(startsAt: string, zone: string, own: string): string | null {
  vi.useFakeTimers({ now: new Date('2026-11-24T10:00:00Z') })
  const endsAt = new Date(Date.parse(startsAt) + 1_800_000).toISOString()
  return forYouText({ startsAt, endsAt }, zone, own)?.replaceAll('\u00a0', ' ') ?? null
}

describe('a meeting in another zone', () => {
  test.each([
    ['2026-11-26T15:00:00Z', 'America/New_York', 'Europe/Berlin', 'for you 16:00–16:30 CET'],
    ['2026-11-29T23:30:00Z', 'America/New_York', 'Asia/Tokyo', 'for you Monday 30, 08:30–09:00 GMT+9'],
    ['2026-11-29T03:30:00Z', 'Asia/Kolkata', 'America/New_York', 'for you Saturday 28, 22:30–23:00 EST'],
    ['2026-11-26T10:00:00Z', 'Pacific/Kiritimati', 'Pacific/Honolulu', 'for you Thursday 26, 00:00–00:30 HST'],
    ['2026-11-26T10:00:00Z', 'Europe/Paris', 'Europe/Berlin', null],
    ['2026-11-26T10:00:00Z', 'Asia/Calcutta', 'Asia/Kolkata', null],
  ])('at %s in %s for somebody in %s: %s', (startsAt, zone, own, text) => {
    expect(forYou(startsAt, zone, own)).toBe(text)
  })

  test('is said by the clock of its reader', () => {
    vi.stubGlobal('document', {})
    vi.stubGlobal('navigator', { language: 'en-IN' })
    expect(forYou('2026-11-29T20:30:00Z', 'Europe/Berlin', 'Asia/Kolkata')).toBe('for you Monday 30, 2:00–2:30 am IST')
  })
})

describe('a meeting while the clocks change', () => {
  const times = { startsAt: '2026-10-25T00:30:00Z', endsAt: '2026-10-25T01:30:00Z' }

  test('names the zone of each end, so that no hour is lost', () => {
    vi.useFakeTimers({ now: new Date('2026-10-24T10:00:00Z') })
    expect(whenText(times, 'Europe/Berlin')).toBe('Sunday 25 October, 02:30–02:30 CEST, then CET')
    expect(shortWhenText(times, 'Europe/Berlin')).toBe('Sun 25 Oct, 02:30–02:30 CEST, then CET')
    expect(forYouText(times, 'UTC', 'Europe/Berlin')).toBe('for you 02:30–02:30 CEST, then CET')
  })

  test('is said for a reader whose clock shows only its end differently', () => {
    vi.useFakeTimers({ now: new Date('2026-03-24T10:00:00Z') })
    const spring = { startsAt: '2026-03-29T00:30:00Z', endsAt: '2026-03-29T01:30:00Z' }
    expect(forYouText(spring, 'Europe/Berlin', 'Africa/Algiers')).toBe('for you 01:30–02:30 CET')
  })
})
