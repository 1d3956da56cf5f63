import { offsetMs } from './zone.ts'

/** A length of time. A local day may be an hour longer or shorter. */
export const dayMs = 86_400_000

/** Whether a text is a calendar day: 30 February is not. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}

/** The day this many days later, or earlier. Clock changes do not matter: it counts days, not hours. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10)
}

/** Whole days from one day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs)
}

/** 0 for a Monday, with which weeks begin, to 6. */
export function weekdayOf(day: string): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
}

/** The first instant of a local day, even where a clock change leaves it without a midnight. */
export function startOfDay(day: string, zone: string): Date {
  const asUtc = Date.parse(`${day}T00:00:00Z`)
  const offsets = [asUtc - dayMs, asUtc + dayMs].map((around) => offsetMs(around, zone))
  const candidates = offsets.map((offset) => new Date(asUtc - offset)).sort((a, b) => a.getTime() - b.getTime())
  const isOnDay = (at: Date) => new Date(at.getTime() + offsetMs(at, zone)).toISOString().startsWith(day)
  return candidates.find(isOnDay) ?? new Date(asUtc)
}
