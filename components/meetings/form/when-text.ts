import { serverNow } from '#lib/http/api.ts'
import { formatDay, formatTimeRange, zoneLabel } from '#lib/time/format.ts'

type Times = { startsAt: string; endsAt: string }

/** `Thursday 26 November, 10:00–10:45 CET` */
export function whenText({ startsAt, endsAt }: Times, zone: string): string {
  const day = formatDay(startsAt, zone, serverNow())
  return `${day}, ${formatTimeRange(startsAt, endsAt, zone)} ${zoneLabel(startsAt, zone)}`
}

/** `Thu 26 Nov, 10:00–10:45 CET`, where there is little room. */
export function shortWhenText(times: Times, zone: string): string {
  const [day = ''] = whenText(times, zone).split(', ')
  const [weekday = '', number = '', month = '', ...year] = day.split(' ')
  const short = [weekday.slice(0, 3), number, month.slice(0, 3), ...year].join(' ')
  return `${short}${whenText(times, zone).slice(day.length)}`
}
