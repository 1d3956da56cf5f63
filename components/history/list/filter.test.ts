import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { readFilter, readView, toggleId } from './filter.ts'
import { daysOf, lastMonths, nameOf, periodText } from './period.ts'

const berlin = 'Europe/Berlin'
/** Half past midnight on the 25th in Berlin, still the 24th in UTC. */
const now = new Date('2026-11-24T23:30:00Z')
const read = (search: string) => readFilter(new URLSearchParams(search), berlin)

// The year is left out only in the current year.
beforeAll(() => {
  vi.useFakeTimers({ toFake: ['Date'], now })
})
afterAll(() => {
  vi.useRealTimers()
})

describe('the filter of the history', () => {
  test('is what the address says, without invalid values', () => {
    expect(read('organizer=a,b,,a&group=g&q=+weekly+&from=2026-11-01&to=2026-02-30')).toEqual({
      organizer: 'a,b',
      group: 'g',
      q: 'weekly',
      from: '2026-11-01',
      zone: berlin,
    })
    expect(read('')).toEqual({ zone: berlin })
    expect(readView(new URLSearchParams('view=people'))).toBe('people')
    expect(readView(new URLSearchParams('view=x'))).toBe('sessions')
  })

  test('a start and "all time" exclude each other', () => {
    expect(read('all=1&from=2026-11-01').all).toBeUndefined()
    expect(read('all=1').all).toBe('1')
  })

  test('choosing adds one, choosing again removes it', () => {
    expect(toggleId(undefined, 'a')).toBe('a')
    expect(toggleId('a', 'b')).toBe('a,b')
    expect(toggleId('a,b', 'a')).toBe('b')
    expect(toggleId('a', 'a')).toBeNull()
  })
})

describe('the window', () => {
  test.each(['7', '30', '90', 'all', '2026-10', '2024-02'])('%s is read back from the address', (name) => {
    const { from, to, all } = daysOf(name, berlin, now)
    const search = new URLSearchParams({ from: from ?? '', to: to ?? '', all: all ?? '' })
    expect(nameOf(readFilter(search, berlin), berlin, now)).toBe(name)
  })

  test('counts local days, today included', () => {
    expect(daysOf('7', berlin, now).from).toBe('2026-11-19')
    expect(daysOf('7', 'UTC', now).from).toBe('2026-11-18')
  })

  test('a month is whole, also in a leap year', () => {
    expect(daysOf('2024-02', berlin, now)).toEqual({ from: '2024-02-01', to: '2024-02-29', all: null })
    expect(periodText(read('from=2024-02-01&to=2024-02-29'), berlin, now)).toBe('February 2024')
  })

  test('any other period is named by its days', () => {
    expect(periodText(read(''), berlin, now)).toBe('Last 30 days')
    expect(periodText(read('from=2026-11-02'), berlin, now)).toBe('From Monday 2 November')
    expect(periodText(read('from=2026-11-02&to=2026-11-02'), berlin, now)).toBe('Monday 2 November')
    expect(periodText(read('all=1&to=2026-11-02'), berlin, now)).toBe('Until Monday 2 November')
  })

  test('twelve months can be chosen, across the turn of the year', () => {
    const months = lastMonths(berlin, new Date('2026-01-31T23:30:00Z'))
    expect(months[0]).toBe('2026-02')
    expect(months[11]).toBe('2025-03')
  })
})
