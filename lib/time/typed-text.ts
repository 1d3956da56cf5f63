import { isDay } from './day.ts'
import { hasHalfDays } from './reader.ts'
import { isMonthFirst } from './reader-dates.ts'
import { clocksIn } from './words/sentence-clock.ts'
import { daysIn } from './words/sentence-day.ts'
import { type Part, without } from './words/sentence-part.ts'

/** What people type into a field for one time or one day. Days and words are read as in a sentence. */

/** `14:30` of `14:30`, `2:30 pm`, `230p`, `1430`, `14h30`, `14`, `noon`, `halb 3`; null: it is no time. */
export function readTimeText(text: string): string | null {
  return inDigits(text) ?? inWords(text)
}

function inWords(text: string): string | null {
  const [only] = clocksIn(text)
  if (!only || only.end !== null || only.from > 0 || only.to < text.length) return null
  return new Date((only.start % 1_440) * 60_000).toISOString().slice(11, 16)
}

function inDigits(text: string): string | null {
  const said = text
    .toLowerCase()
    .replace(/[\s\u00a0\u202f.]+/g, ' ')
    .trim()
  const match = /^(\d{1,2})(?:(?:[: h]|h )?(\d\d)|h)? ?(?:([ap])(?: ?m)?)?$/.exec(said)
  if (!match) return null
  const [, hour = '', minute = '00', half] = match
  const hours = hoursOf(Number(hour), half ?? meantHalf(hour))
  if (hours === null || Number(minute) > 59) return null
  return `${String(hours).padStart(2, '0')}:${minute}`
}

/** Who uses 12 hours and says neither means the working day, unless it is written like `02:30`. */
function meantHalf(hour: string): string | undefined {
  const hours = Number(hour)
  if (!hasHalfDays() || hour.startsWith('0') || hours < 1 || hours > 12) return undefined
  return hours >= 7 && hours < 12 ? 'a' : 'p'
}

function hoursOf(hours: number, half: string | undefined): number | null {
  if (half === undefined) return hours > 23 ? null : hours
  if (hours < 1 || hours > 12) return null
  return (hours % 12) + (half === 'p' ? 12 : 0)
}

/**
 * `2026-11-24` of whatever a sentence reads as a day, `24.11`, `Nov 24`, `next Friday`, by the sentence's rules: without a
 * year one that passed lately stays, and a weekday has to be that day's. null: it is no day, or none of the calendar.
 */
export function readDayText(text: string, today: string): string | null {
  // In a sentence `24.11` may be a number.
  const said = /^\d{1,2}\.\d{1,2}$/.test(text) ? `${text}.` : text
  const days = daysIn(said, today, isMonthFirst() ? 'month first' : 'day first')
  const [first, ...others] = days
  if (!first || !isWhole(days, said) || !isDay(first.day)) return null
  return others.every(({ day }) => day === first.day) ? first.day : null
}

/** Whether nothing but these parts was typed. */
function isWhole(parts: Part[], text: string): boolean {
  return without(text, parts) === '' && parts.length > 0
}
