import { daysBetween } from './day.ts'
import { hasHalfDays, readerLocale } from './reader.ts'

/** The one way times reach people: pages, mail and calendar files all use it. Runs in the browser too. */

const formats = new Map<string, Intl.DateTimeFormat>()

/** `10:00`, or `10:00 AM` by the clock of the reader. */
export function formatTime(instant: string | Date, zone: string): string {
  return clockText(timeKey(instant, zone))
}

/** `10:00`, whoever reads: the local time of an instant, for fields, grouping and comparing. */
export function timeKey(instant: string | Date, zone: string): string {
  return format(instant, zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
}

/** A local time like `14:30` by the clock of the reader: `2:30 PM`; what is no time stays as it is. */
export function clockText(time: string): string {
  return hasHalfDays() && /^\d\d:\d\d$/.test(time) ? `${onHalfDay(time)}\u00a0${halfOf(time)}` : time
}

/**
 * `10:00–11:00`; past midnight `23:30–00:30 (+1)`; with one end unknown `from 10:00` or `until 11:00`; by the clock of
 * the reader `10:00–11:00 AM`. No zone: show it once beside, with `zoneLabels`.
 */
export function formatTimeRange(start: string | Date | null, end: string | Date | null, zone: string): string {
  if (start === null || end === null) {
    if (start !== null) return `from ${formatTime(start, zone)}`
    return end === null ? 'times not known' : `until ${formatTime(end, zone)}`
  }
  const [from, to] = [timeKey(start, zone), timeKey(end, zone)]
  const days = daysBetween(dayKey(start, zone), dayKey(end, zone))
  const isWithinHalf = hasHalfDays() && days === 0 && halfOf(from) === halfOf(to)
  const later = days > 0 ? ` (+${days})` : ''
  return `${isWithinHalf ? onHalfDay(from) : clockText(from)}–${clockText(to)}${later}`
}

/** `Tuesday 24 November`, with the year unless it is that of `now`. */
export function formatDay(instant: string | Date, zone: string, now: Date): string {
  const isThisYear = dayKey(instant, zone).slice(0, 4) === dayKey(now, zone).slice(0, 4)
  const day = format(instant, zone, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(isThisYear ? {} : { year: 'numeric' }),
  })
  return day.replace(',', '')
}

/** `Tuesday` */
export function weekdayName(instant: string | Date, zone: string): string {
  return format(instant, zone, { weekday: 'long' })
}

/** `24 Nov 2026, 10:00 CET`: everything at once. */
export function formatDateTime(instant: string | Date, zone: string): string {
  const day = format(instant, zone, { day: 'numeric', month: 'short', year: 'numeric' })
  return `${day}, ${formatTime(instant, zone)} ${zoneLabel(instant, zone)}`
}

/** Of the zone asked for last, by quarter of an hour: a long list asks ten thousand times, and days begin on none else. */
let days = { zone: '', byQuarter: new Map<number, string>() }
const quarterMs = 15 * 60_000
const mostQuarters = 20_000
const sinceQuarters = Date.UTC(1973)

/** `2026-11-24`: the local day of an instant, for grouping and comparing. */
export function dayKey(instant: string | Date, zone: string): string {
  const at = typeof instant === 'string' ? Date.parse(instant) : instant.getTime()
  // Until 1972 some zones didn't keep to quarters; an invalid instant is for the formatter to refuse.
  if (!(at >= sinceQuarters)) return dayText(at, zone)
  if (days.zone !== zone || days.byQuarter.size > mostQuarters) days = { zone, byQuarter: new Map() }
  const quarter = Math.floor(at / quarterMs)
  let day = days.byQuarter.get(quarter)
  if (day === undefined) {
    day = dayText(at, zone)
    days.byQuarter.set(quarter, day)
  }
  return day
}

function dayText(at: number, zone: string): string {
  return format(new Date(at), zone, { year: 'numeric', month: '2-digit', day: '2-digit' }, 'en-CA')
}

/** Each English knows the names of its own part of the world: `CET`, `EST`, `AEST`, `IST`, `SAST`. */
const englishes = ['en-GB', 'en-CA', 'en-AU', 'en-IN', 'en-ZA']

/** `CET` or `EST`, as people there call it, for every reader; `GMT+9` where English has no short name. */
export function zoneLabel(instant: string | Date, zone: string): string {
  const knowing = englishes.find((locale) => !/^GMT[+-]/.test(shortName(instant, zone, locale)))
  return shortName(instant, zone, knowing ?? 'en-GB')
}

/** Of a range's two ends: `CET`, and across a clock change, where the same hour may come twice, `CEST, then CET`. */
export function zoneLabels(start: string | Date, end: string | Date | null, zone: string): string {
  const [from, to] = [zoneLabel(start, zone), zoneLabel(end ?? start, zone)]
  return from === to ? from : `${from}, then ${to}`
}

/** `2:30` of `14:30` */
function onHalfDay(time: string): string {
  const hour = Number(time.slice(0, 2))
  return `${((hour + 11) % 12) + 1}${time.slice(2)}`
}

/** As the reader's English writes it, `AM` or `am`. */
function halfOf(time: string): string {
  const locale = readerLocale().startsWith('en') ? readerLocale() : 'en-US'
  const parts = formatter('UTC', { hour: 'numeric', hourCycle: 'h12' }, locale).formatToParts(
    Date.parse(`2026-01-01T${time}Z`),
  )
  return parts.find((part) => part.type === 'dayPeriod')?.value ?? ''
}

function shortName(instant: string | Date, zone: string, locale: string): string {
  const parts = formatter(zone, { timeZoneName: 'short' }, locale).formatToParts(new Date(instant))
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone
}

/** `4 min`, `5 h`, `2 h 30 min`, `3 days`: a duration to read at a glance; rounds up to the minute. */
export function formatDuration(ms: number): string {
  const minutes = Math.max(0, Math.ceil(ms / 60_000))
  if (minutes < 60) return `${minutes} min`
  const hours = Math.floor(minutes / 60)
  if (hours >= 48) return `${Math.floor(hours / 24)} days`
  const rest = minutes % 60
  return rest === 0 || hours >= 6 ? `${hours} h` : `${hours} h ${rest} min`
}

/** With the formatters that pages keep: making one costs more than using it a hundred times. */
export function format(
  instant: string | Date,
  zone: string,
  options: Intl.DateTimeFormatOptions,
  locale = 'en-GB',
): string {
  return formatter(zone, options, locale).format(new Date(instant))
}

function formatter(zone: string, options: Intl.DateTimeFormatOptions, locale: string): Intl.DateTimeFormat {
  const key = `${locale} ${zone} ${JSON.stringify(options)}`
  let made = formats.get(key)
  if (!made) {
    made = new Intl.DateTimeFormat(locale, { timeZone: zone, ...options })
    formats.set(key, made)
  }
  return made
}
