import { type Part, partOf, words } from '#lib/time/words/sentence-part.ts'
import { numberOf, numberWord } from '#lib/time/words/sentence-words.ts'

export type LengthPart = Part & { minutes: number }

const digits = '\\d{1,3}(?:[.,]\\d{1,2})?'
const hours = '(?:h|hrs?|hours?|std\\.?|stunden?|stündige?[mnrs]?)'
const minutes = "(?:m|mins?\\.?|minutes?|minuten?|minütige?[mnrs]?|['′])"

/** `45m`, `45 min`, `ten minutes`. After a word only a word is a unit: `am` is none. */
const counted = (unit: string) => `(?:${digits})[ -]?${unit}|(?:${numberWord})[ -](?![hm]\\b)${unit}`

/** Lengths that have a name. */
const named: [string, number][] = [
  ['(?:half an hour|(?<!\\band )(?:a )?half[ -]hour|(?:eine[rn]? )?halben? stunde|halbstündige?[mnrs]?)', 30],
  ['(?:three quarters of an hour|(?<!\\band )three[ -]quarter[ -]hours?|(?:eine[rn]? )?dreiviertel ?stunde)', 45],
  [
    '(?:an hour and a half|one and a half hours|anderthalb stunden|eineinhalb stunden|1½ ?h|1½ hours|1½ stunden|(?:anderthalb|eineinhalb)stündige?[mnrs]?)',
    90,
  ],
  [
    '(?:a quarter of an hour|(?<!\\band )(?:a |(?<!\\bthree[ -]))quarter[ -]hour|(?:eine[rn]? )?viertel ?stunde|viertelstündige?[mnrs]?)',
    15,
  ],
  ...['ein', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht'].map((word, at): [string, number] => [
    `${word}stündige?[mnrs]?`,
    60 * (at + 1),
  ]),
]

const count = `\\d{1,2}|${numberWord}`
/** `2½h`, `two and a half hours`, `zweieinhalb Stunden`, `two hours and a half`. */
const halfMore = `(?:${count})(?: and a half |½ ?| 1/2 ?|einhalb )${hours}|(?:${count}) hours? and a half`
/** `two hours and thirty minutes` */
const inWords = `(?:${counted(hours)}) (?:and |und )?(?:${numberWord}) (?:minutes?|minuten)`

/** How a length is written: `45m`, `1h30`, `1.5 hours`, `eine Stunde`. */
const length = `${named.map(([words]) => words).join('|')}|${halfMore}|${inWords}|(?:${counted(hours)})(?: ?(?:and |und )?\\d{1,2} ?${minutes}?)?|${counted(minutes)}`

const lengths = words(`(?:for |für )?(?:~ ?|ca\\.? |circa |about |around |approx\\.? |etwa )?(${length})(?! of\\b)`)
/** `in 2h 30 min` starts in two hours. */
const aheads = words(
  `in (${named.map(([words]) => words).join('|')}|${halfMore}|${inWords}|(?:${counted(hours)})(?:\\d{2}| (?:and|und) \\d{1,2} ?${minutes})?|${counted(minutes)})`,
)
/** Longer than anybody meets; GoTo would accept it. */
const longest = 720

/** The last length in a sentence. */
export function lengthIn(text: string): LengthPart | null {
  return lengthsIn(text).at(-1) ?? null
}

export function lengthsIn(text: string): LengthPart[] {
  return lengthsBy(lengths, text).filter((part) => part.minutes <= longest)
}

/** `in 2h`, `in einer Stunde`: how long from now. */
export function aheadIn(text: string): LengthPart | null {
  return lengthsBy(aheads, text)[0] ?? null
}

/** A length nobody can read: `three and three quarter hours`. */
export function isUnreadLength(text: string): boolean {
  return words(
    `\\S*(?:half|halb|½|quarter|viertel|${numberWord})[ -](?:hours?|stunden?|minutes?|minuten?)(?! of\\b)`,
  ).test(text)
}

/** `for 3 days`: a length that no meeting has. */
export function isTooLong(text: string): boolean {
  const days = words(`(?:for|für) (?:${counted('(?:days?|tage?n?|weeks?|wochen?|months?|monate?n?)')})`).test(text)
  return days || lengthsBy(words(`(?:for|für) (${length})`), text).some((part) => part.minutes > longest)
}

/** The minutes a text means that is nothing but a length; null for any other. */
export function readLength(text: string): number | null {
  const name = named.find(([words]) => new RegExp(`^${words}$`, 'i').test(text))
  if (name) return name[1]
  const half = new RegExp(`^(${count})(?: hours?)?(?: and a half|½| 1/2|einhalb)`, 'i').exec(text)
  if (half) return numberOf(half[1] ?? '') * 60 + 30
  const both = new RegExp(`^(${count})[ -]?${hours} (?:and |und )?(${numberWord}) min`, 'i').exec(text)
  if (both) return numberOf(both[1] ?? '') * 60 + numberOf(both[2] ?? '')
  const long = new RegExp(
    `^(${digits}|${numberWord})[ -]?${hours}(?: ?(?:and |und )?(\\d{1,2}) ?${minutes}?)?$`,
    'i',
  ).exec(text)
  if (long) return Math.round(numberOf(long[1] ?? '') * 60) + Number(long[2] ?? 0)
  const short = new RegExp(`^(${digits}|${numberWord})[ -]?${minutes}$`, 'i').exec(text)
  return short ? Math.round(numberOf(short[1] ?? '')) : null
}

function lengthsBy(pattern: RegExp, text: string): LengthPart[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const minutes = readLength(match[1] ?? '')
    return minutes === null || minutes < 1 ? [] : [{ ...partOf(match), minutes }]
  })
}
