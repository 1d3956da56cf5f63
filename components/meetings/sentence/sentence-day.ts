import { addDays, daysBetween, isDay, weekdayOf } from '#lib/time/day.ts'
import { type Part, partOf } from './sentence-part.ts'

/** `step`: how many days later the next day of that name is; null: there is only one. */
export type DayPart = Part & { day: string; step: number | null }

/** Every day a sentence names, in order, even those the calendar doesn't have. */
export function daysIn(text: string, today: string): DayPart[] {
  const found = patterns.flatMap(([pattern, read]) =>
    [...text.matchAll(pattern)].map((match) => ({ ...partOf(match), step: null, ...read(match, today) })),
  )
  return found.sort((a, b) => a.from - b.from)
}

type Read = (match: RegExpMatchArray, today: string) => { day: string; step?: number }

const steps: Record<string, number> = { yesterday: -1, today: 0, tomorrow: 1 }
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const weekday = '(sun(?:day)?|mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?)'
const month =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'

const patterns: [RegExp, Read][] = [
  [
    within('(yesterday|today|tomorrow)'),
    ([, name = ''], today) => ({ day: addDays(today, steps[name.toLowerCase()] ?? 0) }),
  ],
  [within(`(next )?${weekday}`), readWeekday],
  [within('(\\d{4}-\\d{2}-\\d{2})'), ([, day = '']) => ({ day })],
  [within('(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})?'), ([, day, of, year], today) => dated(day, Number(of), year, today)],
  [within(`(\\d{1,2})\\.? ${month}(?: (\\d{4}))?`), ([, day, of, year], today) => dated(day, monthOf(of), year, today)],
  [
    within(`${month} (\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?`),
    ([, of, day, year], today) => dated(day, monthOf(of), year, today),
  ],
]

function within(part: string): RegExp {
  return new RegExp(`(?:^|\\s)(?:on )?${part}(?=\\s|,|$)`, 'gi')
}

/** `fri`: the coming one, including today; `next fri`: the one in the week after this. Weeks start on Monday. */
function readWeekday([, next, name = '']: RegExpMatchArray, today: string): { day: string; step: number } {
  const wanted = weekdays.indexOf(name.slice(0, 3).toLowerCase())
  const current = weekdayOf(today)
  const days = next ? 7 - current + wanted : (wanted - current + 7) % 7
  return { day: addDays(today, days), step: 7 }
}

/** Without a year, the next such day. */
function dated(day: string | undefined, of: number, year: string | undefined, today: string): { day: string } {
  const inYear = (wanted: number) => `${wanted}-${String(of).padStart(2, '0')}-${day?.padStart(2, '0')}`
  if (year) return { day: inYear(Number(year)) }
  const thisYear = Number(today.slice(0, 4))
  const isOver = isDay(inYear(thisYear)) && daysBetween(today, inYear(thisYear)) < 0
  return { day: inYear(isOver ? thisYear + 1 : thisYear) }
}

function monthOf(name = ''): number {
  return months.indexOf(name.slice(0, 3).toLowerCase()) + 1
}
