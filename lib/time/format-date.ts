import { format } from './format.ts'

/** Days and months that belong to no zone, as calendars and date fields show them. */

/** `Tue 24 Nov 2026`, of a day like `2026-11-24`. */
export function formatShortDay(day: string): string {
  const at = `${day}T12:00:00Z`
  return format(at, 'UTC', { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }).replace(',', '')
}

/** `October 2026`, of a month like `2026-10`. */
export function formatMonth(month: string): string {
  return format(`${month}-15T12:00:00Z`, 'UTC', { month: 'long', year: 'numeric' })
}
