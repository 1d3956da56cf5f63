import type { DateOrder } from './sentence-date.ts'

/** Who types a sentence: when, where, and how they write dates and times. */
export type Here = {
  now: Date
  zone: string
  order: DateOrder
  /** They say `3:30` for the afternoon as well. */
  hasHalfDays: boolean
}

/** Somebody whose browser speaks that language. */
export function hereOf(now: Date, zone: string, locale: string): Here {
  const parts = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'numeric' }).formatToParts(0)
  const first = parts.find(({ type }) => type === 'day' || type === 'month')?.type
  const { hourCycle } = new Intl.DateTimeFormat(locale, { hour: 'numeric' }).resolvedOptions()
  return {
    now,
    zone,
    order: first === 'month' ? 'month first' : 'day first',
    hasHalfDays: hourCycle === 'h12' || hourCycle === 'h11',
  }
}
