/** Words that several readers know, in English and German. */

const numbers: [string, number][] = [
  ['an?|one|eins?|eine[mnrs]?', 1],
  ['two|zwei', 2],
  ['three|drei', 3],
  ['four|vier', 4],
  ['five|fünf', 5],
  ['six|sechs', 6],
  ['seven|sieben', 7],
  ['eight|acht', 8],
  ['nine|neun', 9],
  ['ten|zehn', 10],
  ['eleven|elf', 11],
  ['twelve|zwölf', 12],
]

/** A number of at most three digits, or a word up to twelve. */
export const numberWord = numbers.map(([word]) => word).join('|')

/** The number such a word or digits mean. */
export function numberOf(word: string): number {
  const known = numbers.find(([pattern]) => new RegExp(`^(?:${pattern})$`, 'i').test(word))
  return known?.[1] ?? Number(word.replace(',', '.'))
}

/** Weekdays from Monday, each as a pattern. */
const weekdays = [
  'mon(?:day)?|montag',
  'tue(?:s|sday)?|dienstag',
  'wed(?:s|nesday)?|mittwoch',
  'thu(?:r|rs|rsday)?|donnerstag',
  'fri(?:day)?|freitag',
  'sat(?:urday)?|samstag|sonnabend',
  'sun(?:day)?|sonntag',
]

export const weekdayWord = `(?:${weekdays.join('|')})`

export const germanWeekdays = 'montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag'

/** German short names are words of other languages too (`so`, `do`): whoever asks for them makes sure of the context. */
export const shortWeekdays = ['Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa', 'So']

/** 0 for Monday to 6. */
export function weekdayNamed(word: string): number {
  const short = shortWeekdays.indexOf(word)
  return short >= 0 ? short : weekdays.findIndex((name) => new RegExp(`^(?:${name})$`, 'i').test(word))
}

const months = [
  'jan(?:uary|uar)?|jänner',
  'feb(?:ruary|ruar)?',
  'mar(?:ch)?|märz|maerz|mrz',
  'apr(?:il)?',
  'may|mai',
  'jun[ei]?',
  'jul[yi]?',
  'aug(?:ust)?',
  'sept?(?:ember)?',
  'o[ck]t(?:ober)?',
  'nov(?:ember)?',
  'de[cz](?:ember)?',
]

export const monthWord = `(?:${months.join('|')})`

/** 1 for January to 12. */
export function monthNamed(word: string): number {
  return months.findIndex((name) => new RegExp(`^(?:${name})$`, 'i').test(word)) + 1
}
