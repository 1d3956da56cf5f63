import { addDays, weekdayOf } from '#lib/time/day.ts'

/** The weeks that a month like `2026-11` touches, whole, each from the weekday given (0 for Monday). */
export function weeksOf(month: string, firstWeekday: number): string[][] {
  const first = `${month}-01`
  let start = addDays(first, -((weekdayOf(first) - firstWeekday + 7) % 7))
  const weeks: string[][] = []
  do {
    const from = start
    weeks.push(Array.from({ length: 7 }, (_, index) => addDays(from, index)))
    start = addDays(start, 7)
  } while (start.startsWith(month))
  return weeks
}
