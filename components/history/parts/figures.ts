import { daysBetween } from '#lib/time/day.ts'
import { dayKey, formatTime, zoneLabel } from '#lib/time/format.ts'

/** `48`, `12.5`: minutes as the report counts them, to a tenth. */
export function minutesText(minutes: number): string {
  return String(Math.round(minutes * 10) / 10)
}

/** `1 minute`, `12.5 minutes`. */
export function minutesWords(minutes: number): string {
  return `${minutesText(minutes)} ${minutesText(minutes) === '1' ? 'minute' : 'minutes'}`
}

/** `97 %`; never `100 %` for less than all, never `0 %` for more than nothing. */
export function shareText(share: number): string {
  const percent = share * 100
  if (percent > 0 && percent < 1) return '< 1 %'
  return `${percent < 100 ? Math.min(99, Math.round(percent)) : 100} %`
}

/**
 * `10:03`; on a later local day than `base` `00:20 (+1)`, and after a clock change with the zone it is in, because the
 * same hour may come twice.
 */
export function timeText(instant: string, base: string, zone: string): string {
  const days = daysBetween(dayKey(base, zone), dayKey(instant, zone))
  const label = zoneLabel(instant, zone)
  const later = days === 0 ? '' : ` (${days > 0 ? '+' : ''}${days})`
  return `${formatTime(instant, zone)}${label === zoneLabel(base, zone) ? '' : ` ${label}`}${later}`
}

/** `CET`, or over a clock change `CEST, then CET`: said once for everything below. */
export function zoneText(from: string, to: string, zone: string): string {
  const labels = [...new Set([zoneLabel(from, zone), zoneLabel(to, zone)])].join(', then ')
  return labels === zone ? zone : `${labels} (${zone.replaceAll('_', ' ')})`
}
