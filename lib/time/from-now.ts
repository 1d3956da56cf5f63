import { daysBetween } from './day.ts'
import { dayKey, formatDateTime, formatDay, formatTime, weekdayName, zoneLabel } from './format.ts'

/** Times as people say them now: today's without the day, tomorrow by its name. */

/** `Today · Tuesday 24 November` */
export function dayTitle(instant: string, now: Date, zone: string): string {
  const day = formatDay(instant, zone, now)
  switch (daysBetween(dayKey(now, zone), dayKey(instant, zone))) {
    case -1:
      return `Yesterday · ${day}`
    case 0:
      return `Today · ${day}`
    case 1:
      return `Tomorrow · ${day}`
    default:
      return day
  }
}

/** `10:02`, with the zone unless it is given nearby, and with its day unless that is today. */
export function atText(instant: string, now: Date, zone: string, { withZone = false } = {}): string {
  if (dayKey(instant, zone) !== dayKey(now, zone)) return formatDateTime(instant, zone)
  return withZone ? `${formatTime(instant, zone)} ${zoneLabel(instant, zone)}` : formatTime(instant, zone)
}

/**
 * A day as it is named from today: empty for today itself, `yesterday`, `tomorrow`, `Monday` within a week of it, else
 * `Monday 7 December`.
 */
export function nearDay(instant: string, now: Date, zone: string): string {
  const days = daysBetween(dayKey(now, zone), dayKey(instant, zone))
  switch (days) {
    case -1:
      return 'yesterday'
    case 0:
      return ''
    case 1:
      return 'tomorrow'
    default:
      return Math.abs(days) < 7 ? weekdayName(instant, zone) : formatDay(instant, zone, now)
  }
}
