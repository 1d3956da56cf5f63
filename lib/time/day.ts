import { offsetMs } from './zone.ts'

/** Days of the calendar are texts like `2026-11-24`: they compare as they follow each other, and know no zone. */
const dayMs = 86_400_000

/** Whether a text is a day of the calendar: 30 February is none. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}

/** So many days later, or earlier. Clock changes play no part: days are counted, not hours. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10)
}

/** Whole days from one day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs)
}

/** The first instant of a local day, also where a clock change leaves it without a midnight. */
export function startOfDay(day: string, zone: string): Date {
  const asUtc = Date.parse(`${day}T00:00:00Z`)
  const offsets = [asUtc - dayMs, asUtc + dayMs].map((around) => offsetMs(around, zone))
  const candidates = offsets.map((offset) => new Date(asUtc - offset)).sort((a, b) => a.getTime() - b.getTime())
  const isOnDay = (at: Date) => new Date(at.getTime() + offsetMs(at, zone)).toISOString().startsWith(day)
  return candidates.find(isOnDay) ?? new Date(asUtc)
}
