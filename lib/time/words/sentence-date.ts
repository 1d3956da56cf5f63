import { daysBetween, isDay } from '#lib/time/day.ts'
import { addMonths } from '#lib/time/month.ts'
import { firstOfEach, type Part, partOf, words } from './sentence-part.ts'
import { hourWord, monthNamed, monthWord, notNumbered, weekdayWord } from './sentence-words.ts'

/** How people write a day in digits: `12/01` is in January or in December. */
export type DateOrder = 'day first' | 'month first'

/** Every date of the calendar in a sentence, even one it doesn't have. */
export function datesIn(text: string, today: string, order: DateOrder): (Part & { day: string; isName: boolean })[] {
  const found = patterns.flatMap(([pattern, read]) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const day = read(match, today, order)
      // Without a year, digits and a slash are many things: `1/2 day`. Without a sign, so are `20261201` and `dec3`.
      const isName =
        (/\d\/\d{1,2}$/.test(match[0]) && !/\/.*\//.test(match[0])) || /\d{8}$|^[a-zä]+\d{1,2}$/i.test(match[0])
      return day ? [{ ...partOf(match), day, isName }] : []
    }),
  )
  return firstOfEach(found)
}

type Read = (match: RegExpMatchArray, today: string, order: DateOrder) => string | null

const on = '(?:on |am |den |der |for |für )?(?:the )?'
const year = '\\d{4}|\\d{2}'
/** Of two digits only after an apostrophe, or with the sign (group 2) that joins the others: `Dec 28-30` is a span. */
const yearAfter = "(?:(?:,? ?|[/-])(\\d{4})|(?:,? ?['’]|(?=[/-])\\2)(\\d{2}))?"
const notAfterMonth = `(?<!${monthWord}\\.? )`
const notAnHour = "(?!(?:[:.h]\\d| ?(?:uhr|[ap]m|h|o['’]clock)\\b))"

/** `on the 3rd floor`, `am 1. Advent` count something else than days. */
const notOfNoun = `(?! (?!(?:at|um|ab|gegen|from|von|for|für|with|mit|by|bei|in|im|on|auf|to|zu[mr]?|about|über|wegen|and|und|or|oder|is|ist|via|per|noon|midday|midnight|half|quarter|halb|viertel|mittags?|(?:vor|nach)mittags?|morgens?|abends?|früh|${hourWord}|${monthWord}|${weekdayWord})(?![a-zäöüß]))[a-zäöüß])`

const patterns: [RegExp, Read][] = [
  [
    // With dots and without zeros it is a version: `2025.3.1`.
    words(`${on}(\\d{4})(?:([-/])(\\d{1,2})\\2(\\d{1,2})|\\.(\\d\\d)\\.(\\d\\d))`),
    ([, of, , month, day, twoDigits, ofTwo], today) => dated(day ?? ofTwo, Number(month ?? twoDigits), of, today),
  ],
  [
    words(`${on}(20\\d\\d)(0[1-9]|1[0-2])([0-3]\\d)`),
    ([, of, month, day], today) => dated(day, Number(month), of, today),
  ],
  [
    words(`${on}(\\d{1,2})\\. ?(\\d{1,2})\\.(?: ?(\\d{4})|(\\d{2}))?`),
    ([, day, month, long, short], today) => dated(day, Number(month), long ?? short, today),
  ],
  // `24/7` is no day, and `(1/3)` the first of three.
  [
    words(
      `${on}(?!24/7(?!\\d|/))${notAfterMonth}${notNumbered}(?<!\\((?=[1-9]/[1-9]\\)))(\\d{1,2})/(\\d{1,2})(?:/(${year}))?(?! ?${monthWord}\\b)`,
    ),
    readOrdered,
  ],
  [words(`${on}(\\d{1,2})-(\\d{1,2})-(\\d{4})`), readOrdered],
  [
    words(
      `${on}${notAfterMonth}(\\d{1,2})(?:st|nd|rd|th|te[nr]?|\\.)?(?: of )?(?: |([/-]))?(${monthWord})\\.?${yearAfter}`,
    ),
    ([, day, , of = '', inYear, short], today) => dated(day, monthNamed(of), inYear ?? short, today),
  ],
  [
    words(
      `${on}(${monthWord})\\.?(?: |((?<!\\d(?:st|nd|rd|th|\\.)? ${monthWord})[/-]))?(?:the )?(\\d{1,2})(?:st|nd|rd|th)?${notAnHour}${yearAfter}`,
    ),
    ([, of = '', , day, inYear, short], today) => dated(day, monthNamed(of), inYear ?? short, today),
  ],
  [words(`(?:(?:on |for )?the |on )(\\d{1,2})(?:st|nd|rd|th)${notOfNoun}`), ([, day], today) => nextOf(day, today)],
  // `Friday 4 10:00`
  [
    words(`(?<=${weekdayWord},? )(\\d{1,2})(?:st|nd|rd|th)?(?=,? (?:at |um )?\\d{1,2}(?::\\d\\d| ?[ap]m| uhr))`),
    ([, day], today) => nextOf(day, today),
  ],
  [
    words(`(?:am|den) (\\d{1,2})(?:\\.|te[nr]?)(?! ?(?:\\d{1,2}\\.|${monthWord}))${notOfNoun}`),
    ([, day], today) => nextOf(day, today),
  ],
]

/** `12/01`, in the order of the person's locale, unless only the other one is in the calendar. */
function readOrdered([, one, other, inYear]: RegExpMatchArray, today: string, order: DateOrder): string | null {
  const [day, month] = order === 'day first' ? [one, other] : [other, one]
  const isMonth = (number = '') => Number(number) >= 1 && Number(number) <= 12
  if (isMonth(month)) return dated(day, Number(month), inYear, today)
  // `50/50` is no day at all.
  return isMonth(day) && Number(month) <= 31 ? dated(month, Number(day), inYear, today) : null
}

/** A date no longer ago than this was hardly meant for the next year. */
const recentDays = 60

/** Without a year, the next such day; one that passed lately stays, so that it is asked about. */
function dated(day: string | undefined, month: number, year: string | undefined, today: string): string {
  const inYear = (wanted: number) => `${wanted}-${String(month).padStart(2, '0')}-${day?.padStart(2, '0')}`
  if (year) return inYear(Number(year.length === 2 ? `20${year}` : year))
  const thisYear = Number(today.slice(0, 4))
  const candidates = [thisYear - 1, thisYear, thisYear + 1].map(inYear).filter(isDay)
  const isNear = (candidate: string) => daysBetween(candidate, today) <= recentDays
  return candidates.find(isNear) ?? inYear(thisYear)
}

/** `the 3rd`: of this month or of the next that has one. */
function nextOf(day: string | undefined, today: string): string | null {
  const months = [0, 1, 2].map((step) => `${addMonths(today.slice(0, 7), step)}-${day?.padStart(2, '0')}`)
  return months.find((candidate) => isDay(candidate) && candidate >= today) ?? months[0] ?? null
}
