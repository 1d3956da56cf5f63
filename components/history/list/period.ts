import type { HistoryFilter } from '#lib/history/schema.ts'
import { serverNow } from '#lib/http/api.ts'
import { addDays, isDay } from '#lib/time/day.ts'
import { dayKey, formatDay } from '#lib/time/format.ts'

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
  if (/^\d{4}-\d{2}$/.test(name)) return { ...monthOf(name), all: null }
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
  return from && to && monthOf(month).from === from && monthOf(month).to === to ? month : null
}

/** The period in words: `Last 30 days`, `October 2026`, `From Monday 2 November`. */
export function periodText(filter: HistoryFilter, zone: string, now: Date = serverNow()): string {
  const name = nameOf(filter, zone, now)
  const known = periods.find((period) => period.name === name)
  if (known) return known.text
  if (name) return monthText(name)
  const { from, to } = filter
  if (from && from === to) return dayText(from, now)
  if (from && to) return `${dayText(from, now)} – ${dayText(to, now)}`
  return from ? `From ${dayText(from, now)}` : `Until ${dayText(to ?? '', now)}`
}

/** The months to choose from, the current one first: GoTo keeps a year. */
export function lastMonths(zone: string, now: Date, count = 12): string[] {
  const [year = 0, month = 0] = dayKey(now, zone).split('-').map(Number)
  return Array.from({ length: count }, (_, back) => {
    return new Date(Date.UTC(year, month - 1 - back, 1)).toISOString().slice(0, 7)
  })
}

/** `October 2026` */
export function monthText(month: string): string {
  return new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-15T12:00:00Z`),
  )
}

function monthOf(month: string): { from: string; to: string } {
  const [year = 0, number = 0] = month.split('-').map(Number)
  const first = `${month}-01`
  if (!isDay(first)) return { from: '', to: '' }
  return { from: first, to: new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10) }
}

function dayText(day: string, now: Date): string {
  return formatDay(`${day}T12:00:00Z`, 'UTC', now)
}
