import { addDays, dayMs, isDay, startOfDay } from './day.ts'
import { clockText, dayKey, formatDay } from './format.ts'
import { offsetMs } from './zone.ts'

const minuteMs = 60_000

/**
 * The instants (ISO, in order) at which clocks in a zone show a day (`2026-11-24`) and a time (`10:00`): one, none
 * where a clock change skips it, two where it repeats it. None for an invalid day or time, too.
 */
export function instantsOf(day: string, time: string, zone: string): string[] {
  const asUtc = localMs(day, time)
  if (asUtc === null) return []
  const candidates = [asUtc - dayMs, asUtc + dayMs].map((around) => asUtc - offsetMs(around, zone))
  return [...new Set(candidates)]
    .sort((a, b) => a - b)
    .filter((at) => at + offsetMs(at, zone) === asUtc)
    .map((at) => new Date(at).toISOString())
}

/** The first instant of the last so many local days before `until`; the day it is in counts as one. */
export function startOfLast(days: number, until: Date, zone: string): Date {
  return startOfDay(addDays(dayKey(new Date(until.getTime() - 1), zone), 1 - days), zone)
}

/**
 * What is wrong with a day and a time in a field, as a sentence; null: nothing. A time the clocks skip is never
 * silently moved: the person who typed it meant another.
 */
export function wrongTime({ day, time }: { day: string; time: string }, zone: string): string | null {
  if (day === '' || time === '') return 'Enter a day and a time.'
  const gap = skippedBy(day, time, zone)
  if (!gap) return null
  // With the year, whatever year it is now.
  const onDay = formatDay(`${day}T12:00:00Z`, 'UTC', new Date(0))
  const [from, to] = [clockText(gap.from), clockText(gap.to)]
  return `${clockText(time)} does not exist on ${onDay}: the clocks go from ${from} to ${to}. Choose ${to} or another time.`
}

/** For a time that a clock change skips: the times the clocks jump from and to that day. null: it is not skipped. */
export function skippedBy(day: string, time: string, zone: string): { from: string; to: string } | null {
  const asUtc = localMs(day, time)
  if (asUtc === null || instantsOf(day, time, zone).length > 0) return null
  const before = offsetMs(asUtc - dayMs, zone)
  const after = offsetMs(asUtc + dayMs, zone)
  // By the old offset it is after the change, by the new one before it: the change is in between.
  let [low, high] = [asUtc - after - minuteMs, asUtc - before]
  while (high - low > minuteMs) {
    const middle = low + Math.floor((high - low) / 2 / minuteMs) * minuteMs
    if (offsetMs(middle, zone) === before) low = middle
    else high = middle
  }
  return { from: clock(high + before), to: clock(high + after) }
}

/** Typing a year passes through the years 2, 20 and 202: no meeting takes place in them. */
function localMs(day: string, time: string): number | null {
  if (!/^(19[7-9]|[2-8]\d\d)\d-\d{2}-\d{2}$/.test(day) || !/^\d{2}:\d{2}$/.test(time)) return null
  const at = Date.parse(`${day}T${time}:00Z`)
  return Number.isNaN(at) || !isDay(day) ? null : at
}

function clock(asUtc: number): string {
  return new Date(asUtc).toISOString().slice(11, 16)
}
