/** Words that several readers know, in English and German. */

const numbers: [string, number][] = [
  ['an?|one|ein[se]?|eine[mnrs]', 1],
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
  ['thirteen|dreizehn', 13],
  ['fourteen|vierzehn', 14],
  ['fifteen|fünfzehn', 15],
  ['sixteen|sechzehn', 16],
  ['seventeen|siebzehn', 17],
  ['eighteen|achtzehn', 18],
  ['nineteen|neunzehn', 19],
  ['twenty|zwanzig', 20],
  ['thirty|drei(?:ß|ss)ig', 30],
  ['forty|vierzig', 40],
  ['fifty|fünfzig', 50],
  ['sixty|sechzig', 60],
  ['ninety|neunzig', 90],
]

const lowest = 'one|two|three|four|five|six|seven|eight|nine'
const niedrigste = 'ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun'
/** `twenty-five`, `fünfundzwanzig`. */
const compound = `(?:twenty|thirty|forty|fifty)[- ](?:${lowest})|(?:${niedrigste})und(?:zwanzig|drei(?:ß|ss)ig|vierzig|fünfzig)`

/** A number in words, up to ninety. */
export const numberWord = `${compound}|${numbers.map(([word]) => word).join('|')}`

/** The same where it counts nothing: without `a` and `eine`. */
export const hourWord = `${compound}|one|eins?|${numbers
  .slice(1)
  .map(([word]) => word)
  .join('|')}`

/** The number such a word or digits mean. */
export function numberOf(word: string): number {
  const known = numbers.find(([pattern]) => new RegExp(`^(?:${pattern})$`, 'i').test(word))
  if (known) return known[1]
  const english = new RegExp(`^(\\w+ty)[- ](${lowest})$`, 'i').exec(word)
  const german = new RegExp(`^(${niedrigste})und(.+)$`, 'i').exec(word)
  if (english) return numberOf(english[1] ?? '') + numberOf(english[2] ?? '')
  if (german) return numberOf(german[1] ?? '') + numberOf(german[2] ?? '')
  return Number(word.replace(',', '.'))
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
  const short = shortWeekdays.findIndex((name) => name.toLowerCase() === word.toLowerCase())
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

/** Not after `with` or `and`, where a word is somebody's name; after `3.12. and` it is none. */
export const notWithPeople =
  '(?<!(?:^|[\\s(])(?:[Ww]ith|w/|[Mm]it|[Bb]ei|Herrn?|Frau|[Mm]it Dr\\.?|[Ww]ith Dr\\.?|(?<!(?:\\d[.:]?|heute|morgen|today|tomorrow) )(?:and|und|&)) )'

/** Of other things than days: `Sprint 12/13`, `Python 3.12 upgrade`. */
export const notNumbered = `(?<!(?:^|[\\s(])(?:sprints?|items?|pages?|slides?|seiten?|folien?|tickets?|teams?|phasen?|phases?|parts?|teile?|groups?|gruppen?|klassen?|rooms?|raum|räume|zimmer|büro|stages?) )`
const versioned =
  'releases?|versions?|ver\\.?|section|abschnitt|chapter|kapitel|python|java|node|php|django|rails|angular|postgres|ubuntu|debian|kubernetes|ios|ipados|macos|android|excel|dotnet|\\.net'
/** A version only with a word after it: `Release 1.12 10:00` is in December. */
export const notVersion = `(?<!(?:^|[\\s(])(?:${versioned}) (?=\\d+\\.\\d+ \\p{L}))`
