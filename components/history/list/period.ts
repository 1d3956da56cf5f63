import type { HistoryFilter } from '#lib/history/schema.ts'
import { serverNow } from '#lib/http/api.ts'
import { addDays } from '#lib/time/day.ts'
import { dayKey, formatDay } from '#lib/time/format.ts'
import { formatMonth } from '#lib/time/format-date.ts'
import { addMonths, monthDays } from '#lib/time/month.ts'

/** The named periods, the default first. */
export const periods = [
  { name: '30', text: 'Last 30 days' },
  { name: '7', text: 'Last 7 days' },
  { name: '90', text: 'Last 90 days' },
  { name: 'all', text: 'All time' },
] as const

export type Days = { from: string | null; to: string | null; all: string | null }

/** What the address bar holds for a named period, or for a month like `2026-10`. */
export function daysOf(name: string, zone: string, now: Date = serverNow()): Days {
  if (name === 'all') return { from: null, to: null, all: '1' }
  const month = monthDays(name)
  if (month) return { ...month, all: null }
  // The server's own default: nothing to add.
  if (name === '30') return { from: null, to: null, all: null }
  return { from: addDays(dayKey(now, zone), 1 - Number(name)), to: null, all: null }
}

/** The name of the chosen period; null: other days. */
export function nameOf({ from, to, all }: HistoryFilter, zone: string, now: Date = serverNow()): string | null {
  if (all && !to) return 'all'
  if (!from && !to && !all) return '30'
  const named = ['7', '90'].find((name) => !to && daysOf(name, zone, now).from === from)
  if (named) return named
  const month = from?.slice(0, 7) ?? ''
  const days = monthDays(month)
  return days && days.from === from && days.to === to ? month : null
}

/** The period in words: `Last 30 days`, `October 2026`, `From Monday 2 November`. */
export function periodText(filter: HistoryFilter, zone: string, now: Date = serverNow()): string {
  const name = nameOf(filter, zone, now)
  const known = periods.find((period) => period.name === name)
  if (known) return known.text
  if (name) return formatMonth(name)
  const { from, to } = filter
  if (from && from === to) return dayText(from, now)
  if (from && to) return `${dayText(from, now)} – ${dayText(to, now)}`
  return from ? `From ${dayText(from, now)}` : `Until ${dayText(to ?? '', now)}`
}

/** The months to choose from, the current one first: GoTo keeps a year. */
export function lastMonths(zone: string, now: Date, count = 12): string[] {
  const current = dayKey(now, zone).slice(0, 7)
  return Array.from({ length: count }, (_, back) => addMonths(current, -back))
}

function dayText(day: string, now: Date): string {
  return formatDay(`${day}T12:00:00Z`, 'UTC', now)
}
