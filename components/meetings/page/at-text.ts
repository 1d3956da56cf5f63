import { dayKey, formatDateTime, formatTime, zoneLabel } from '#lib/time/format.ts'

/** `10:02`, with the zone unless it is given nearby, and with its day unless that is today. */
export function atText(instant: string, now: Date, zone: string, { withZone = false } = {}): string {
  if (dayKey(instant, zone) !== dayKey(now, zone)) return formatDateTime(instant, zone)
  return withZone ? `${formatTime(instant, zone)} ${zoneLabel(instant, zone)}` : formatTime(instant, zone)
}
