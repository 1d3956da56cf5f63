import { fold } from './fold.ts'
import { readingsOf, searchWords } from './readings.ts'
import { type Sought, seek } from './seek.ts'

/**
 * What is found, best first: every typed word begins a word of one of the texts. The first text is the name and counts
 * most; ties go by it. Where nothing is typed, everything as it stands.
 */
export function bestFirst<T>(items: readonly T[], typed: string, textsOf: (item: T) => readonly string[]): T[] {
  if (typed.trim() === '') return [...items]
  const text = typedText(typed)
  return items
    .flatMap((item) => {
      const texts = textsOf(item)
      const rank = rankAmong(texts, text)
      return rank ? { item, rank, name: fold(texts[0] ?? '') } : []
    })
    .sort((a, b) => compareRanks(a.rank, b.rank) || (a.name < b.name ? -1 : Number(a.name > b.name)))
    .map(({ item }) => item)
}

/** How well something is found, in the order in which this counts. Less is better. */
export type Rank = {
  /** For each text in turn: all of it, its beginning, its first word, a later word. At the end what needs several texts. */
  tier: number
  /** Where the first typed word is, in signs. */
  at: number
  length: number
}

/** How well one thing is found; null: not at all. */
export function rankOf(typed: string, texts: readonly string[]): Rank | null {
  return rankAmong(texts, typedText(typed))
}

type TypedText = { sought: readonly Sought[]; readings: readonly string[] }

function typedText(typed: string): TypedText {
  return { sought: seek(typed), readings: readingsOf(typed) }
}

const tiersOfText = 4

function rankAmong(texts: readonly string[], { sought, readings }: TypedText): Rank | null {
  if (sought.length === 0) return null
  const read = texts.map(readingsOf)
  const columns = read.map(searchWords)
  const whole = columns.findIndex((column) => sought.every((one) => isIn([column], one)))
  if (whole >= 0) return rankIn(read[whole] ?? [], readings, whole * tiersOfText)
  return sought.every((one) => isIn(columns, one)) ? { tier: texts.length * tiersOfText, at: 0, length: 0 } : null
}

/** Both have several readings: what fits best counts. */
function rankIn(ways: readonly string[], typed: readonly string[], offset: number): Rank {
  const ranks = ways.flatMap((reading) => typed.map((whole) => rankReading(reading, whole, offset)))
  return ranks.reduce((best, rank) => (compareRanks(rank, best) < 0 ? rank : best))
}

function rankReading(reading: string, whole: string, offset: number): Rank {
  const at = ` ${reading}`.indexOf(` ${whole.split(' ', 1)[0]}`)
  const tier = reading === whole ? 0 : reading.startsWith(whole) ? 1 : at === 0 ? 2 : 3
  return { tier: offset + tier, at: at < 0 ? reading.length : at, length: reading.length }
}

function isIn(columns: readonly string[], sought: Sought): boolean {
  return sought.some((words) => words.every((word) => columns.some((column) => column.includes(` ${word}`))))
}

function compareRanks(a: Rank, b: Rank): number {
  return a.tier - b.tier || a.at - b.at || a.length - b.length
}
