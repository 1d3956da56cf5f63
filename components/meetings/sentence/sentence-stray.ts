import { type Part, partOf, words } from './sentence-part.ts'
import { germanWeekdays, shortWeekdays, weekdayWord } from './sentence-words.ts'

/**
 * Words about a day that say none: a week, a month, a day's name however it stands, `1.12` without its second dot, a
 * number that may be a day's, a repetition nobody can read.
 */
export type StrayPart = Part & { kind: 'week' | 'month' | 'day' | 'date' | 'number' | 'repeat' }

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
  'January|February|March|April|May|June|July|August|September|October|November|December|Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember'
const weekday = `(?:${weekdayWord}|${shortWeekdays.join('|')})\\.?`

const patterns: [StrayPart['kind'], RegExp][] = [
  ['week', words(weeks.join('|'))],
  ['day', new RegExp(`\\b(?:${days.join('|')})\\b`, 'gi')],
  // A month's name is a person's as well: `with June`.
  ['month', words(`(?<!\\b(?:with|mit|and|und|&) )(?:${months})`, 'g')],
  ['date', words('(?:0?[1-9]|[12]\\d|3[01])\\.(?:0?[1-9]|1[0-2])')],
  ['number', words('\\d{1,2}(?:st|nd|rd|th|\\.)|\\d{1,2}/\\d{1,2}')],
  [
    'repeat',
    words(`every|each|jede[nrs]?|alle \\d+|repeat(?:s|ing)?|recurring|wiederholt|${weekday} ?[-–/] ?${weekday}`),
  ],
]

export function straysIn(text: string): StrayPart[] {
  return patterns.flatMap(([kind, pattern]) => [...text.matchAll(pattern)].map((match) => ({ ...partOf(match), kind })))
}
