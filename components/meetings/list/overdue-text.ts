import { formatTime } from '#lib/time/format.ts'
import { nearDay } from '#lib/time/from-now.ts'

/** `Planned until 11:30, not started`; on another day that day says it, for its times stand elsewhere. */
export function overdueText(until: string, now: Date, zone: string): string {
  return `Planned until ${nearDay(until, now, zone) || formatTime(until, zone)}, not started`
}
