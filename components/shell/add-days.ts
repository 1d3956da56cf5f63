/** So many days of the calendar later, or earlier: `2026-11-24`. The nights of clock changes do no harm. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
