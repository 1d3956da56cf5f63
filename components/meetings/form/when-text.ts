import { serverNow } from '#lib/http/api.ts'
import { dayKey, formatDay, formatTimeRange, zoneLabels } from '#lib/time/format.ts'

type Times = { startsAt: string; endsAt: string }

/** `Thursday 26 November, 10:00–10:45 CET` */
export function whenText({ startsAt, endsAt }: Times, zone: string): string {
  const day = formatDay(startsAt, zone, serverNow())
  return `${day}, ${clockRange({ startsAt, endsAt }, zone)}`
}

/**
 * `for you 16:00–16:45 CET`, with the day where that differs: `for you Monday 29, 08:30–09:15 CET`. Null where the
 * clocks of both zones show the same.
 */
export function forYouText(times: Times, zone: string, own: string): string | null {
  const { startsAt } = times
  const isSameDay = dayKey(startsAt, own) === dayKey(startsAt, zone)
  const range = clockRange(times, own)
  if (isSameDay && range === clockRange(times, zone)) return null
  const [weekday, number] = formatDay(startsAt, own, serverNow()).split(' ')
  const day = isSameDay ? '' : `${weekday} ${number}, `
  return `for you ${day}${range}`
}

function clockRange({ startsAt, endsAt }: Times, zone: string): string {
  return `${formatTimeRange(startsAt, endsAt, zone)} ${zoneLabels(startsAt, endsAt, zone)}`
}

/** `Thu 26 Nov, 10:00–10:45 CET`, where there is little room. */
export function shortWhenText(times: Times, zone: string): string {
  const text = whenText(times, zone)
  const [day = ''] = text.split(', ')
  const [weekday = '', number = '', month = '', ...year] = day.split(' ')
  const short = [weekday.slice(0, 3), number, month.slice(0, 3), ...year].join(' ')
  return `${short}${text.slice(day.length)}`
}
