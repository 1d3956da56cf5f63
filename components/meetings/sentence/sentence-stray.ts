import { type Part, partOf, words } from './sentence-part.ts'
import { shortWeekdays, weekdayWord } from './sentence-words.ts'

/** Words about a day that name none: a week, a month, `1.12` without its second dot, a repetition nobody can read. */
export type StrayPart = Part & { kind: 'week' | 'month' | 'date' | 'repeat' }

const months =
  'January|February|March|April|May|June|July|August|September|October|November|December|Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember'

const anyWeekday = `${weekdayWord}|${shortWeekdays.join('|')}`

const patterns: [StrayPart['kind'], RegExp][] = [
  [
    'week',
    words(
      '(?:(?:next|this|nächste[nr]?|diese[nr]?|kommende[nr]?) (?:week|month|quarter|year|woche|monat|quartal|jahr))|(?:kw|cw|week) ?\\d{1,2}|(?:this |next |on the |at the )?weekend|(?:am )?wochenende|end of (?:the )?(?:week|month|day)|ende (?:der woche|des monats)',
    ),
  ],
  [
    'week',
    words(
      `(?:${weekdayWord}|today|tomorrow|yesterday)['’]s|wendesday|wensday|wednsday|tuseday|thrusday|thurday|saterday`,
    ),
  ],
  // A month's name is a person's as well: `with June`.
  ['month', words(`(?<!\\b(?:with|mit|and|und|&) )(?:${months})`, 'g')],
  ['date', words('(?:0?[1-9]|[12]\\d|3[01])\\.(?:0?[1-9]|1[0-2])')],
  [
    'repeat',
    words(
      `every|each|jede[nrs]?|alle \\d+|repeat(?:s|ing)?|recurring|wiederholt|(?:${anyWeekday})\\.? ?[-–/] ?(?:${anyWeekday})`,
    ),
  ],
]

export function straysIn(text: string): StrayPart[] {
  return patterns.flatMap(([kind, pattern]) => [...text.matchAll(pattern)].map((match) => ({ ...partOf(match), kind })))
}
