import { daysBetween } from '#lib/time/day.ts'
import { dayKey, formatTime, formatTimeRange, zoneLabel, zoneLabels } from '#lib/time/format.ts'
import { zoneName } from '#lib/time/zone-names.ts'

/** Stands for an unknown figure: never a zero. */
const notKnown = '–'

/** `57`: whole minutes wherever a page says how long something took; files have them to a tenth. Never `0` for a moment. */
export function minutesText(minutes: number | null): string {
  if (minutes === null) return notKnown
  return String(Math.round(minutes) || '< 1')
}

/** `1 minute`, `57 minutes`. */
export function minutesWords(minutes: number | null): string {
  if (minutes === null) return 'length unknown'
  return `${minutesText(minutes)} ${Math.round(minutes) <= 1 ? 'minute' : 'minutes'}`
}

/** `97%`; never `100%` for less than all, never `0%` for more than nothing. */
export function shareText(share: number | null): string {
  if (share === null) return notKnown
  const percent = share * 100
  if (percent > 0 && percent < 1) return '< 1%'
  return `${percent < 100 ? Math.min(99, Math.round(percent)) : 100}%`
}

/**
 * `10:03`; on a later local day than `base` `00:20 (+1)`, and after a clock change with its zone, because the same hour
 * may come twice.
 */
export function timeText(instant: string | null, base: string, zone: string): string {
  if (instant === null) return notKnown
  const days = daysBetween(dayKey(base, zone), dayKey(instant, zone))
  const label = zoneLabel(instant, zone)
  const later = days === 0 ? '' : ` (${days > 0 ? '+' : ''}${days})`
  return `${formatTime(instant, zone)}${label === zoneLabel(base, zone) ? '' : ` ${label}`}${later}`
}

/** `10:03–10:58`; if one end is unknown, `from 10:03` or `until 10:58`. Days and zones as in `timeText`. */
export function spanText(from: string | null, to: string | null, base: string, zone: string): string {
  if (from === null && to === null) return 'times unknown'
  if (to === null) return `from ${timeText(from, base, zone)}`
  if (from === null) return `until ${timeText(to, base, zone)}`
  const [start, end] = [timeText(from, base, zone), timeText(to, base, zone)]
  const isPlain = start === formatTime(from, zone) && end === formatTime(to, zone)
  return isPlain ? formatTimeRange(from, to, zone) : `${start}–${end}`
}

/** `CET`, or across a clock change `CEST, then CET`: said once for everything below. */
export function zoneText(from: string, to: string | null, zone: string): string {
  const labels = zoneLabels(from, to, zone)
  return labels === zone ? zone : `${labels} (${zoneName(zone)})`
}
