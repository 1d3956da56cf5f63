import { atText } from '#lib/time/from-now.ts'

/** `Planned until 11:30, not started` */
export function overdueText(until: string, now: Date, zone: string): string {
  return `Planned until ${atText(until, now, zone)}, not started`
}
