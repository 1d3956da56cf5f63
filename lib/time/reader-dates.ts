import { readerLocale } from './reader.ts'

/** How the person at this browser writes dates, and counts weeks: for what reads them and draws calendars. */

/** `IN` of `en-IN`; null: the language names no country. */
export function readerCountry(): string | null {
  return new Intl.Locale(readerLocale()).region ?? null
}

/** Whether people of that language write `11/24` and not `24/11`. */
export function isMonthFirst(): boolean {
  const parts = new Intl.DateTimeFormat(readerLocale(), { day: 'numeric', month: 'numeric' }).formatToParts(0)
  return parts.find(({ type }) => type === 'day' || type === 'month')?.type === 'month'
}

/** The day with which their weeks begin: 0 for Monday, 6 for Sunday. */
export function firstWeekday(): number {
  const locale: WithWeekInfo = new Intl.Locale(readerLocale())
  const { firstDay } = locale.getWeekInfo?.() ?? locale.weekInfo ?? { firstDay: 1 }
  return firstDay - 1
}

/** Browsers have the one, the other, or none. */
type WithWeekInfo = Intl.Locale & { getWeekInfo?: () => { firstDay: number }; weekInfo?: { firstDay: number } }
