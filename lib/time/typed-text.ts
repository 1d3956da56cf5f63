import { daysBetween, isDay } from './day.ts'
import { hasHalfDays, isMonthFirst } from './reader.ts'

/** What people type into a field for one time or one day. Words like `noon` and `next Friday` are the sentence's. */

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** `14:30` of `14:30`, `2:30 pm`, `230p`, `1430`, `14h30`, `14`; null: it is no time. */
export function readTimeText(text: string): string | null {
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
 * `2026-11-24` of `2026-11-24`, `24.11.`, `24 Nov`, `Nov 24, 2026`, and of `11/24` in the order of the reader's
 * language; without a year the next such day. null: it is no day, or none of the calendar.
 */
export function readDayText(text: string, today: string): string | null {
  const said = text
    .toLowerCase()
    .replace(/^(mon|tue|wed|thu|fri|sat|sun)[a-z]*[,.]? +/, '')
    .trim()
  if (/^\d{4}-\d{2}-\d{2}$/.test(said)) return isDay(said) ? said : null
  const found = inDigits(said) ?? inWords(said)
  return found && calendarDay(found, today)
}

type Found = { day: number; month: number; year: string | undefined }

function inDigits(said: string): Found | null {
  const match = /^(\d{1,2})([./-]) ?(\d{1,2})(?:[./-]? ?(\d{4}|\d{2}))?\.?$/.exec(said)
  if (!match) return null
  const [, first, mark, second, year] = match
  const [day, month] = mark !== '.' && isMonthFirst() ? [second, first] : [first, second]
  return { day: Number(day), month: Number(month), year }
}

function inWords(said: string): Found | null {
  const match =
    /^(?<day>\d{1,2})(?:st|nd|rd|th|\.)? (?:of )?(?<month>[a-z]{3,9})\.?,?(?: (?<year>\d{4}))?$/.exec(said) ??
    /^(?<month>[a-z]{3,9})\.? (?<day>\d{1,2})(?:st|nd|rd|th)?,?(?: (?<year>\d{4}))?$/.exec(said)
  const { day, month = '', year } = match?.groups ?? {}
  const number = months.indexOf(month.slice(0, 3)) + 1
  return day && number > 0 ? { day: Number(day), month: number, year } : null
}

function calendarDay({ day, month, year }: Found, today: string): string | null {
  const two = (number: number) => String(number).padStart(2, '0')
  const inYear = (wanted: string | number) => `${wanted}-${two(month)}-${two(day)}`
  const thisYear = Number(today.slice(0, 4))
  const given = year?.length === 2 ? `20${year}` : year
  if (given) return isDay(inYear(given)) ? inYear(given) : null
  // 29 February may be years away.
  const years = Array.from({ length: 9 }, (_, later) => inYear(thisYear + later))
  return years.find((one) => isDay(one) && daysBetween(today, one) >= 0) ?? null
}
