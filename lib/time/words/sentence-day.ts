import { addDays, isDay, weekdayOf } from '#lib/time/day.ts'
import { addMonths } from '#lib/time/month.ts'
import { type DateOrder, datesIn } from './sentence-date.ts'
import { firstOfEach, isBeside, type Part, partOf, words } from './sentence-part.ts'
import {
  germanWeekdays,
  notWithPeople,
  numberOf,
  numberWord,
  shortWeekdays,
  weekdayNamed,
  weekdayWord,
} from './sentence-words.ts'

export type DayPart = Part & {
  /** Like `2026-11-26`; also one the calendar doesn't have, like 31 February. */
  day: string
  /** How many days later the next day of that name is; null: there is only one. */
  step: number | null
  /** What may as well belong to the word after it: `Monday review`, `1/2 day`. */
  isName: boolean
}

/** Every day a sentence names, in order, even those the calendar doesn't have. `order`: how `12/01` is read. */
export function daysIn(text: string, today: string, order: DateOrder = 'day first'): DayPart[] {
  const named = patterns.flatMap(([pattern, read]) =>
    [...text.matchAll(pattern)].map((match) => ({
      ...partOf(match),
      step: null,
      isName: false,
      ...read(match, today),
    })),
  )
  const dated = datesIn(text, today, order).map((part) => ({ ...part, step: null }))
  const found = firstOfEach([...named, ...dated])
  return found.map((part, at) => agreeing(text, part, found[at + 1]))
}

/** `Fri 4 Dec`: a weekday before its own date is that date, whichever Friday comes first. */
function agreeing(text: string, part: DayPart, next: DayPart | undefined): DayPart {
  if (part.step !== 7 || !next || next.step !== null || !isDay(next.day) || !isBeside(text, part, next)) return part
  const isThatDay = weekdayOf(next.day) === weekdayOf(part.day)
  return isThatDay ? { ...part, day: next.day, step: null, isName: false } : { ...part, isName: false }
}

type Read = (match: RegExpMatchArray, today: string) => Partial<DayPart> & { day: string }

const steps: Record<string, number> = {
  vorgestern: -2,
  yesterday: -1,
  gestern: -1,
  übermorgen: 2,
  uebermorgen: 2,
  overmorrow: 2,
}
const number = `\\d{1,3}|${numberWord}`
const on = '(?:on |am |den |for |für )?'
const thisWord = 'this(?: coming)?|diese[nr]?'
const next = 'next|nächste[nrs]?|naechste[nrs]?'
const coming = 'coming|kommende[nrs]?'
const last = 'last|past|previous|letzte[nrs]?|vorige[nrs]?|vergangene[nrs]?|verg\\.'
const nextWeek = '(?:(?:of |der )?(?:next week|nächste[nr]? woche|naechste[nr]? woche|kommende[nr]? woche))'
const thisWeek = '(?:this week|diese woche)'
const timeAhead = '(?= ?,? ?(?:um |ab |von |den )?\\d{1,2}(?::\\d\\d| ?[-–] ?\\d| bis \\d| ?uhr|\\.\\d))'

/** The same with `at`, am and pm, in either case. */
export const anyTimeAhead = caseless(timeAhead.replace('um |', 'um |at |@ ?|').replace('| ?uhr', '| ?uhr| ?(?:a|p)m'))

const capitals = shortWeekdays.map((name) => name.toUpperCase()).join('|')

const patterns: [RegExp, Read][] = [
  // `Montag morgen` is a morning.
  [
    words(
      `(?:on |for |für )?(?:vorgestern|yesterday|gestern|tom+or+ow|tmrw|(?<!\\b(?:${germanWeekdays}|heute|gestern|guten) )morgen|übermorgen|uebermorgen|overmorrow)`,
    ),
    ([name], today) => ({ day: addDays(today, steps[name.toLowerCase().split(' ').at(-1) ?? ''] ?? 1) }),
  ],
  [words('(?:later )?today|heute|this morning|this afternoon|this evening|tonight'), (_, today) => ({ day: today })],
  [words('(?:the )?day after tomorrow'), (_, today) => ({ day: addDays(today, 2) })],
  [words(`${on}(?:(${thisWord})|(${next})|(${coming})|(${last})) (${weekdayWord})\\.?`), readWeekday],
  [
    words(
      `(?<!\\b(?:with|mit|bei|herrn?|frau) |\\bw/ )${on}(${weekdayWord})\\.?(?:,? (?:(${thisWeek})|(${nextWeek})))?`,
    ),
    readPlain,
  ],
  [
    words(`(?:am )?(${weekdayWord})(?:morgen|vormittag|mittag|nachmittag|abend)`),
    ([, name = ''], today) => ({ day: coming7(name, today), step: 7 }),
  ],
  [
    words(`(?:on )?(?:(${thisWeek})|(${nextWeek}))(?: on| am)?,? (${weekdayWord})`),
    ([, inThis, inNext, name = ''], today) => readPlain([name, name, inThis, inNext], today),
  ],
  // `Fr. Meier` is a woman.
  [
    new RegExp(
      `(?<=^|[\\s,;(])${notWithPeople}(?:[Aa]m )?(${shortWeekdays.join('|')})(?:(?<!Fr)\\.(?=[\\s,])|\\.(?=,|\\s+(?:um |am |den )?\\d)|${caseless(timeAhead)})`,
      'g',
    ),
    ([, name = ''], today) => ({ day: coming7(name, today), step: 7 }),
  ],
  // In capitals, `FR` is a country as well: not after `am` or before a date.
  [
    words(`(?:(?:[Aa]m )(${capitals})${anyTimeAhead}|(${capitals})(?=,? \\d{1,2}\\.\\d{1,2}\\.))`, 'g'),
    ([, name, other], today) => ({ day: coming7(name ?? other ?? '', today), step: 7 }),
  ],
  // Written small, `do` and `so` are weekdays only before `Uhr`.
  [
    words(
      `${notWithPeople}(?:[Aa]m )?(?:([Mm]o|[Dd]i|[Mm]i|[Ff]r|[Ss]a)${anyTimeAhead}|([Dd]o|[Ss]o)(?= (?:um )?\\d{1,2}(?::\\d\\d)? ?[Uu]hr))`,
      'g',
    ),
    ([, name, other], today) => ({ day: coming7(name ?? other ?? '', today), step: 7 }),
  ],
  [
    words(
      `(?:(?:heute |today )(?=in \\S+ (?:w|t|d)))?in (${number}) (days?|tage?n?|weeks?|wochen?|months?|monate?n?)|(${number}) (days?|weeks?|months?) from (?:now|today)`,
    ),
    ([, count, unit, other, otherUnit], today) => ({
      day: later(today, numberOf(count ?? other ?? ''), (unit ?? otherUnit ?? '').toLowerCase()),
    }),
  ],
]

/** `fri`: the coming one, including today. Weeks start on Monday. */
function readPlain(
  [, name = '', inThis, inNext]: (string | undefined)[],
  today: string,
): Partial<DayPart> & { day: string } {
  const wanted = weekdayNamed(name)
  if (inThis) return { day: addDays(today, wanted - weekdayOf(today)) }
  if (inNext) return { day: addDays(today, 7 - weekdayOf(today) + wanted) }
  return { day: coming7(name, today), step: 7, isName: true }
}

/** `next fri`: the one in the week after this; `this fri`: this week's, even if it has passed. */
function readWeekday(
  [, inThis, inNext, isComing, inLast, name = '']: RegExpMatchArray,
  today: string,
): { day: string } {
  const inWeek = weekdayNamed(name) - weekdayOf(today)
  if (inThis) return { day: addDays(today, inWeek) }
  if (inNext) return { day: addDays(today, inWeek + 7) }
  if (inLast) return { day: addDays(today, inWeek < 0 ? inWeek : inWeek - 7) }
  return { day: addDays(today, isComing && inWeek <= 0 ? inWeek + 7 : inWeek) }
}

/** The coming day of a name, including today. */
export function coming7(name: string, today: string): string {
  return addDays(today, (weekdayNamed(name) - weekdayOf(today) + 7) % 7)
}

function later(today: string, count: number, unit: string): string {
  if (/^(?:d|t)/.test(unit)) return addDays(today, count)
  if (unit.startsWith('w')) return addDays(today, count * 7)
  return `${addMonths(today.slice(0, 7), count)}${today.slice(7)}`
}

/** The pattern for either case, where the flag would let names in too. */
function caseless(pattern: string): string {
  return pattern.replace(/(?<!\\)[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`)
}
