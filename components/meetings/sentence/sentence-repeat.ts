import { addDays, weekdayOf } from '#lib/time/day.ts'
import { coming7, type DayPart } from '#lib/time/words/sentence-day.ts'
import { firstOfEach, type Part, partOf, words } from '#lib/time/words/sentence-part.ts'
import { germanWeekdays, numberWord, weekdayWord } from '#lib/time/words/sentence-words.ts'

/** `day`: the first one, where the repetition names its day. `isName`: it may belong to the word after it: `Daily standup`. */
export type RepeatPart = Part & { day: DayPart | null; isName: boolean }

const every = '(?:on )?(?:every|each|always|jede[nrs]?|alle|immer)'
const other = '(?: (?:other|second|2nd|single|zweite[nrs]?))?'
const units =
  'days?|mornings?|evenings?|weeks?|months?|quarters?|years?|tage?|morgen|abend|wochen?|monate?|quartale?|jahre?'

const plain = words(
  `${every}${other} (?:${units})|${every} (?:\\d{1,2}|${numberWord}) (?:${units})|(?:\\d|twice|once) ?x?/(?:day|week|month|tag|woche|monat)|(?:once|twice|thrice) (?:weekly|daily|monthly)|(?:\\dx|twice|once|thrice|(?:\\d|${numberWord}) times) (?:an?|per|every) (?:${units})|everyday`,
)
const adverbs = words(
  'annually|yearly|weekdays|jährlich|(?:halb|viertel)jährlich|(?:zwei|drei|vier)?wöchentlich|(?:14|vierzehn)-?tägi?g?(?:ig|lich)?',
)
const adjectives = words(
  '(?:bi-?|semi-?)?(?:weekly|monthly)|daily|nightly|hourly|stündlich|quarterly|fortnightly|(?:wöchent|täg|monat)lich',
)
/** `4 times`, `viermal`, where no more is said. */
const counts = words(
  `(?:for )?(?:\\d{1,2}|${numberWord}) (?:times|sessions|occurrences|instances|termine)|ongoing|(?:[2-9]|1\\d) ?(?:x|mal)|x ?(?:[2-9]|1\\d)|(?:zwei|drei|vier|fünf|sechs|acht|zehn)mal`,
)
const workdays = words(`${every} (?:weekday|workday|werktag)|on weekdays|werktags`)
/** `every 2nd Tuesday` is that of the month as well: which is the first, only who types it knows. */
const weekdays = words(
  `${every}(?: (?:other|single|am|on))? (${weekdayWord})|(?:on |immer |always )?(monday|tuesday|wednesday|thursday|friday|saturday|sunday|${germanWeekdays})(?:morgen|vormittag|mittag|nachmittag|abend)?s`,
)

/** Every repetition a sentence names. */
export function repeatsIn(text: string, today: string): RepeatPart[] {
  const found = [
    ...[...text.matchAll(weekdays)].map((match) => onWeekday(match, today)),
    ...[...text.matchAll(workdays)].map((match) => onWorkday(match, today)),
    ...[...text.matchAll(plain), ...text.matchAll(adverbs)].map((match) => ({
      ...partOf(match),
      day: null,
      isName: false,
    })),
    ...[...text.matchAll(adjectives), ...text.matchAll(counts)].map((match) => ({
      ...partOf(match),
      day: null,
      isName: true,
    })),
  ]
  return firstOfEach(found)
}

function onWeekday(match: RegExpMatchArray, today: string): RepeatPart {
  const [, afterEvery, plural] = match
  const name = afterEvery ?? plural ?? ''
  const isName = plural !== undefined
  const part = partOf(match)
  return { ...part, isName, day: { ...part, day: coming7(name, today), step: 7, isName } }
}

function onWorkday(match: RegExpMatchArray, today: string): RepeatPart {
  const weekday = weekdayOf(today)
  const saturday = 5
  const day = weekday >= saturday ? addDays(today, 7 - weekday) : today
  const step = weekdayOf(day) === saturday - 1 ? 3 : 1
  const part = partOf(match)
  return { ...part, isName: false, day: { ...part, day, step, isName: false } }
}
