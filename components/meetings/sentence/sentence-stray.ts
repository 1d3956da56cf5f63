import { type Part, partOf, words } from '#lib/time/words/sentence-part.ts'
import { germanWeekdays, monthWord, shortWeekdays, weekdayWord } from '#lib/time/words/sentence-words.ts'

/**
 * Words about a day that say none: a week, a month, a day's name however it stands, `1.12` without its second dot, days
 * from one to another, a repetition nobody can read. A `number` and a `span` may belong to the word after them.
 */
export type StrayPart = Part & { kind: 'week' | 'month' | 'day' | 'date' | 'number' | 'span' | 'repeat' }

const span = 'week|month|quarter|year|woche|monat|quartal|jahr'
const weeks = [
  `(?:next|this|nächste[nrs]?|diese[nrs]?|kommende[nrs]?) (?:${span})`,
  '(?:kw|cw|week) ?\\d{1,2}',
  '(?:this |next |on the |at the )?weekend|(?:am )?wochenende',
  'end of (?:the )?(?:week|month|day)|ende (?:der woche|des monats)',
]
const days = [
  '(?:mon|tues|wednes|thurs|fri|satur|sun)day',
  germanWeekdays,
  'today|tomorrow|yesterday|heute|übermorgen|gestern',
  'wendesday|wensday|wednsday|tuseday|thrusday|thurday|saterday',
]
const months =
  'January|February|March|April|May|June|July|August|September|October|November|December|Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember|Feb|Mar|Mrz|Apr|Jun|Jul|Aug|Sept?|O[ck]t|Nov|De[cz]'
const dayNumber = '\\d{1,2}(?:[./]\\d{0,2}\\.?)?'
const weekday = `(?:${weekdayWord}|${shortWeekdays.join('|')})\\.?`

const patterns: [StrayPart['kind'], RegExp][] = [
  ['week', words(weeks.join('|'))],
  ['day', new RegExp(`\\b(?:${days.join('|')})\\b`, 'gi')],
  // A month's name is a person's as well: `with June`.
  ['month', words(`(?<!\\b(?:with|mit|and|und|&) )(?:${months})`, 'g')],
  ['date', words('(?:0?[1-9]|[12]\\d|3[01])\\.(?:0?[1-9]|1[0-2])')],
  [
    'date',
    new RegExp(
      `\\b${dayNumber} ?[-–] ?\\d{1,2}(?:[./]\\d{1,2}| ?${monthWord}\\b)|\\b${monthWord}\\.? \\d{1,2} ?[-–]`,
      'gi',
    ),
  ],
  ['date', words('\\d{4}-\\d{2}')],
  ['span', words('week|fortnight|woche')],
  ['number', words('\\d{1,2}(?:st|nd|rd|th|\\.)|\\d{1,2}/\\d{1,2}')],
  [
    'repeat',
    words(`every|each|jede[nrs]?|alle \\d+|repeat(?:s|ing)?|recurring|wiederholt|${weekday} ?[-–/] ?${weekday}`),
  ],
]

export function straysIn(text: string): StrayPart[] {
  return patterns.flatMap(([kind, pattern]) => [...text.matchAll(pattern)].map((match) => ({ ...partOf(match), kind })))
}
