import { hasHalfDays } from '#lib/time/reader.ts'
import { isMonthFirst, readerCountry } from '#lib/time/reader-dates.ts'
import type { DateOrder } from '#lib/time/words/sentence-date.ts'

/** Who types a sentence: when, where, and how they write dates and times. */
export type Here = {
  now: Date
  zone: string
  order: DateOrder
  /** They say `3:30` for the afternoon as well. */
  hasHalfDays: boolean
  /** Of their language: `IN` of `en-IN`; null: it names none. */
  country: string | null
}

/** The person at this browser. */
export function hereOf(now: Date, zone: string): Here {
  const order = isMonthFirst() ? 'month first' : 'day first'
  return { now, zone, order, hasHalfDays: hasHalfDays(), country: readerCountry() }
}
