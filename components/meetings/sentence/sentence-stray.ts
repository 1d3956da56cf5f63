import { anyTimeAhead } from '#lib/time/words/sentence-day.ts'
import { type Part, partOf, words } from '#lib/time/words/sentence-part.ts'
import {
  germanWeekdays,
  monthWord,
  notNumbered,
  notVersion,
  notWithPeople,
  shortWeekdays,
  weekdayWord,
} from '#lib/time/words/sentence-words.ts'
import { feastDays } from './feast-days.ts'

/**
 * Words about a day that say none: a week, a month, a day's name however it stands, `1.12` without its second dot, days
 * from one to another, a repetition nobody can read. A `number` and a `span` may belong to the word after them.
 */
export type StrayPart = Part & { kind: 'week' | 'month' | 'day' | 'date' | 'number' | 'span' | 'repeat' }

const span = 'week|month|quarter|year|woche|monat|quartal|jahr'
const ordinal = '(?:first|second|third|fourth|last|\\d{1,2}(?:st|nd|rd|th|\\.)|(?:erst|zweit|dritt|viert|letzt)e[nrs]?)'
const weeks = [
  `(?:next|this|nächste[nrs]?|diese[nrs]?|kommende[nrs]?) (?:${span})`,
  '(?:kw|cw|wk|week|w(?=\\d)) ?\\d{1,2}',
  '(?:this |next |on the |at the )?weekend|(?:am )?wochenende',
  '(?:end|start|beginning|middle|first|last day) of (?:the |next |this )?(?:week|month|day|quarter|year)|(?:anfang|mitte|ende) (?:der woche|des monats|des jahres|nächster woche)',
  `${ordinal}(?: \\S+)? (?:of|in|im|des) (?:the |de[mrs] )?(?:next |nächsten )?(?:month|quarter|year|monats?|quartals|jahres)`,
  '(?:month|week|year)[ -]end|mid-?(?:week|month)|(?:wochen|monats|quartals|jahres)(?:anfang|mitte|ende)|eow|eom|eoy',
]
const days = [
  '(?:mon|tues|wednes|thurs|fri|satur|sun)day',
  germanWeekdays,
  'today|tomorrow|yesterday|heute|übermorgen|gestern',
  'wendesday|wensday|wednsday|tuseday|thrusday|thurday|saterday',
]
const months =
  'January|February|March|April|May|June|July|August|September|October|November|December|Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember|Feb|Mar|Mrz|Apr|Jun|Jul|Aug|Sept?|O[ck]t|Nov|De[cz]'
/** `the fourth`, `am dritten` */
const ordinalWord =
  '(?:(?:twenty-|thirty-)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|tenth|eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth|thirtieth|(?:erst|zweit|dritt|viert|fünft|sechst|sieb(?:en)?t|acht|neunt|zehnt|elft|zwölft|\\p{L}{3,5}zehnt|\\p{L}*(?:zwanzig|dreißig)st)e[nr]?)'
const later =
  '(?:\\S+ )?(?:days?|weeks?|months?) (?:later|after|earlier|before)|(?:\\S+ )?(?:tage?n?|wochen?|monate?n?) (?:danach|darauf|drauf|davor|später|zuvor|vorher)|tags (?:darauf|drauf|zuvor)|(?:am |the )?(?:next|following|previous|nächsten|folgenden|vorigen) (?:day|tag)|am folgetag'
const dayNumber = '\\d{1,2}(?:[./]\\d{0,2}\\.?)?'
const weekday = `(?:${weekdayWord}|${shortWeekdays.join('|')})\\.?`
/** `MWF`, `TTh`, `M/W/F`: the days of a week by their first letters. */
const initials = '(?:M(?:T|Tu)W(?:Th|R)?F?|MW(?:Th|RF?|F)F?|(?:T|Tu)Th|TuR|M-F|M[-/]W(?:[-/]F)?|T[-/](?:Th|R))'

const patterns: [StrayPart['kind'], RegExp][] = [
  ['week', words(weeks.join('|'))],
  ['day', new RegExp(`\\b(?:${days.join('|')})\\b`, 'gi')],
  ['day', new RegExp(`(?<![\\p{L}\\p{N}])${notWithPeople}(?:${feastDays})(?![\\p{L}\\p{N}])`, 'giu')],
  ['day', words('(?<!(?:mit|bei|von|für|an|und|with|and|for|Hr\\.) )Fr\\.', 'g')],
  // `a week later`, `am Tag danach`: of a day that is not said.
  ['day', words(later)],
  // `Lunch do 14:00`, `Th 10am`, `14 Uhr mo`.
  ['number', words(`(?<!\\bto )(?:do|so|Tu|Th|Su)(?= (?:at |um )?\\d{1,2}(?::\\d|\\.\\d| ?[ap]m| ?uhr| ?-))`)],
  // Countries, units and people's initials as well: `Rollout FR 10:00`, `Sync MF 10:00`.
  ['number', words(`${notWithPeople}(?<!\\d )(?:MO|DI|MI|DO|FR|SA|SO|MF|MW|WF|TR)${anyTimeAhead}`, 'g')],
  ['number', words(`(?<=\\d |uhr |[ap]m )(?:${shortWeekdays.join('|')}|Tu|Th)\\.?`)],
  // A month's name is a person's as well: `with June`.
  ['month', words(`${notWithPeople}(?:${months})`, 'g')],
  ['date', words(`${notNumbered}${notVersion}(?:0?[1-9]|[12]\\d|3[01])\\.(?:0?[1-9]|1[0-2])`, 'giu')],
  [
    'date',
    new RegExp(
      `\\b${dayNumber} ?[-–] ?\\d{1,2}(?:[./]\\d{1,2}| ?${monthWord}\\b)|\\b${monthWord}[./-]? ?\\d{1,2}(?:st|nd|rd|th)? ?[-–/]|\\b\\d{1,2}(?:st|nd|rd|th|\\.)? ?${monthWord}\\.? ?[-–/] ?\\d`,
      'gi',
    ),
  ],
  ['date', words('\\d{4}[-/.]w?\\d{1,2}(?:[-/.]\\d{1,2})?|\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{2,4}')],
  ['date', words('in 20\\d\\d')],
  // Of a noun: `am 1. Advent`, `on the 3rd floor`.
  ['date', words('(?:am|den) \\d{1,2}(?:\\.|te[nr]?)|on the \\d{1,2}(?:st|nd|rd|th)')],
  ['span', words('week|fortnight|woche')],
  ['number', words(`(?:on )?(?:the|am|den|der|zum) ${ordinalWord}`, 'giu')],
  ['number', words(`\\d{1,2}(?:st|nd|rd|th|te[nrs]?|\\.)|${notNumbered}\\d{1,2}[-–/]\\d{1,2}`)],
  ['repeat', words(notWithPeople + initials, 'g')],
  [
    'repeat',
    words(
      `${ordinal}(?: \\p{L}+)? (?:of|in) (?:every|each) \\p{L}+|jede[nr] ${ordinal}(?: \\p{L}+)? (?:im|des) \\p{L}+`,
      'giu',
    ),
  ],
  [
    'repeat',
    words(
      `(?:until|till|through|thru|bis)(?: zu[mr]?| de[mnr]| the)? (?:end|ende|further notice|auf weiteres|${feastDays}|${months})`,
    ),
  ],
  [
    'repeat',
    words(
      `every|each|jede[nrs]?|alle \\d+|repeat(?:s|ing|ed(?:ly)?)?|recurring|recurrent|wiederholt|wiederkehrend|regelmäßig|rrule|${weekday} ?(?:[-–—/+&→]|\\.\\.+|…|to|thru|through|bis|and|und|or|oder) ?${weekday}(?: ?[-–/+&] ?${weekday})*`,
    ),
  ],
]

export function straysIn(text: string): StrayPart[] {
  return patterns.flatMap(([kind, pattern]) => [...text.matchAll(pattern)].map((match) => ({ ...partOf(match), kind })))
}
