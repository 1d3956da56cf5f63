import { serverNow } from '#lib/http/api.ts'
import { formatDay, formatTimeRange, zoneLabels } from '#lib/time/format.ts'

type Times = { startsAt: string; endsAt: string }

/** `Thursday 26 November, 10:00–10:45 CET` */
export function whenText({ startsAt, endsAt }: Times, zone: string): string {
  const day = formatDay(startsAt, zone, serverNow())
  return `${day}, ${formatTimeRange(startsAt, endsAt, zone)} ${zoneLabels(startsAt, endsAt, zone)}`
}

/**
 * `for you 16:00–16:45 CET`, with the day where that differs: `for you Monday 29, 08:30–09:15 CET`. Null where the
 * clocks of both zones show the same.
 */
export function forYouText(times: Times, zone: string, own: string): string | null {
  const mine = whenText(times, own)
  const theirs = whenText(times, zone)
  if (mine === theirs) return null
  const [day = ''] = mine.split(', ')
  const isSameDay = theirs.startsWith(`${day}, `)
  return `for you ${isSameDay ? '' : `${day.split(' ', 2).join(' ')}, `}${mine.slice(day.length + 2)}`
}

/** `Thu 26 Nov, 10:00–10:45 CET`, where there is little room. */
export function shortWhenText(times: Times, zone: string): string {
  const text = whenText(times, zone)
  const [day = ''] = text.split(', ')
  const [weekday = '', number = '', month = '', ...year] = day.split(' ')
  const short = [weekday.slice(0, 3), number, month.slice(0, 3), ...year].join(' ')
  return `${short}${text.slice(day.length)}`
}
