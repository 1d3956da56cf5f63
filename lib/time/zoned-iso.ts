import { offsetMs } from './zone.ts'

/** `2026-11-24T10:01:00+01:00` */
export function zonedIso(instant: string, zone: string): string {
  const offset = offsetMs(new Date(instant), zone)
  const minutes = Math.abs(Math.round(offset / 60_000))
  const two = (number: number) => String(number).padStart(2, '0')
  const sign = offset < 0 ? '-' : '+'
  return `${wallClock(instant, zone).toISOString().slice(0, 19)}${sign}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

/** The local time as a UTC date: spreadsheet cells have no zone. */
export function wallClock(instant: string, zone: string): Date {
  const at = new Date(instant)
  return new Date(at.getTime() + offsetMs(at, zone))
}
