import { germanWeekdays, hourWord, monthWord, numberOf } from './sentence-words.ts'

/** Times of day in words: `half past 5pm`, `fünf vor zwölf`, `ten thirty`, `zehn Uhr dreißig`. */

export type SpokenTime = {
  minute: number
  half: 'am' | 'pm' | null
  /** A word like `noon`, or nothing but a time. */
  kind: 'word' | 'clear'
  /** The hour alone, where the minutes may count what follows: `ten thirty people`. */
  orElse: number | null
}

const germanDay = `(?:${germanWeekdays}|(?:mo|di|mi|fr|sa)\\b|(?:do|so)(?:[.,]|$)|\\d{1,2}\\.|(?:nach|vor)?mittag|abend|morgen|wochenende)`
/** A German `am` before a day or a place is no morning: `um 3 am Freitag`, `um 3 am Bahnhof`. */
export const germanAm = new RegExp(`^ am ${germanDay}`, 'i')
const notGermanAm = `(?! am ${germanDay})(?<!\\b(?:um|ab|gegen|von|zwischen) \\S+(?= am [a-zäöü]))`
export const halfSuffix = `${notGermanAm} ?(?:[ap]m|[ap]\\.m\\.)`

const hour = `(?:\\d{1,2}|${hourWord})`
/** `ten to five` is also from ten to five: whoever reads it knows both. */
const roundMinutes = 'five|ten|twenty(?:[- ]five)?|2[05]'
const shift = `(?:(?:half|quarter|viertel|(?:\\d{1,2}|${hourWord})(?: minutes?| minuten?)?) (?:past|nach|vor)|(?:quarter|\\d{1,2} minutes?|(?:${roundMinutes})(?: minutes?)?) to|halb)`
const shifted = `${shift} ${hour}(?: uhr|${halfSuffix})?`
const ones = 'one|two|three|four|five|six|seven|eight|nine'
const tens = '(?:twenty|thirty|forty|fifty)'
const minuteWord = `(?:oh (?:${ones})|ten|fifteen|${tens}(?:[- ](?:${ones}))?|(?<=uhr )(?:fünf|zehn)|fünfzehn|zwanzig|drei(?:ß|ss)ig|vierzig|fünfzig|fünfund(?:zwanzig|drei(?:ß|ss)ig|vierzig|fünfzig))`
const inWords = `${hour}(?: uhr)? ${minuteWord}(?:${halfSuffix})?`
/** Without a colon only after `at`: elsewhere these are two numbers, as in `at 9 30 Nov`. */
const apart = `(?<=(?:at|um|ab|gegen|@) ?)\\d{1,2} [0-5]\\d(?! ?${monthWord}\\b)(?:${halfSuffix})?`

export const spokenTime = `${shifted}|${inWords}|${apart}`

export function readSpoken(said: string, borrowed: 'am' | 'pm' | null): SpokenTime | null {
  const [, time = '', half = ''] = /^(.+?)(?: uhr)?(?: ?([ap])\.?m\.?)?$/.exec(said) ?? []
  const own = half ? (half === 'a' ? 'am' : 'pm') : borrowed
  return readShifted(time, own) ?? readInWords(time, own)
}

function readShifted(time: string, half: 'am' | 'pm' | null): SpokenTime | null {
  const [, word = '', way = 'halb', hour = ''] =
    /^(?:(.+?)(?: minut\w+)? (past|to|nach|vor)|halb) (\S+)$/.exec(time) ?? []
  const start = minuteOf(hour, half)
  const by = way === 'halb' ? 30 : word === 'half' ? 30 : /^quarter|^viertel/.test(word) ? 15 : numberOf(word)
  if (start === null || start < 60 || !(by >= 1 && by <= 30)) return null
  return { minute: start + (/past|nach/.test(way) ? by : -by), half, kind: 'clear', orElse: null }
}

function readInWords(time: string, half: 'am' | 'pm' | null): SpokenTime | null {
  const [, hour = '', minute = ''] = /^(\S+?)(?: uhr)? (?:oh )?(.+)$/.exec(time) ?? []
  const [start, by] = [minuteOf(hour, half), numberOf(minute)]
  if (start === null || !(by >= 0 && by <= 59)) return null
  return { minute: start + by, half, kind: 'word', orElse: half ? null : start }
}

function minuteOf(hour: string, half: 'am' | 'pm' | null): number | null {
  const hours = numberOf(hour)
  if (hour === '' || !(hours >= 0 && hours <= 23)) return null
  if (!half) return hours * 60
  return hours >= 1 && hours <= 12 ? (hours % 12) * 60 + (half === 'pm' ? 720 : 0) : null
}

/** `ten to five` as what else it says: two ends. */
export function endsOf(said: string): [string, string] | null {
  const match = new RegExp(`^(${roundMinutes}) to (.+)$`, 'i').exec(said)
  return match ? [match[1] ?? '', match[2] ?? ''] : null
}
