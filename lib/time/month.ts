import { addDays, isDay } from './day.ts'

/** The days from the first to the last of a month like `2026-10`; null where there is no such month. */
export function monthDays(month: string): { from: string; to: string } | null {
  const from = `${month}-01`
  if (!isDay(from)) return null
  return { from, to: addDays(`${addMonths(month, 1)}-01`, -1) }
}

/** The month this many months later, or earlier. */
export function addMonths(month: string, months: number): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7)
}
