import { fold, searchWords } from './fold.ts'

/**
 * What is found, best first: every typed word begins a word of one of the texts. The first text is the name and counts
 * most; ties go by it. Where nothing is typed, everything as it stands.
 */
export function bestFirst<T>(items: readonly T[], typed: string, textsOf: (item: T) => readonly string[]): T[] {
  if (typed.trim() === '') return [...items]
  const sought = seek(typed)
  return items
    .flatMap((item) => {
      const texts = textsOf(item)
      const rank = rankAmong(texts, sought)
      return rank ? { item, rank, name: fold(texts[0] ?? '') } : []
    })
    .sort((a, b) => compareRanks(a.rank, b.rank) || (a.name < b.name ? -1 : Number(a.name > b.name)))
    .map(({ item }) => item)
}

/** The words of what was typed. None when it is only punctuation, which finds nothing; beside words it is ignored. */
export function typedWords(typed: string): string[] {
  const words = [...new Set(fold(typed).split(' ').filter(Boolean))]
  // Whatever is found by `sales` is found by `s` too.
  return words.filter((word) => !words.some((other) => other !== word && other.startsWith(word)))
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
  return rankAmong(texts, seek(typed))
}

type Sought = { words: string[]; whole: string }

function seek(typed: string): Sought {
  return { words: typedWords(typed), whole: fold(typed) }
}

const tiersOfText = 4

function rankAmong(texts: readonly string[], sought: Sought): Rank | null {
  const { words } = sought
  if (words.length === 0) return null
  const columns = texts.map(searchWords)
  const whole = columns.findIndex((column) => words.every((word) => begins(column, word)))
  if (whole >= 0) return rankIn(texts[whole] ?? '', columns[whole] ?? '', sought, whole * tiersOfText)
  const isScattered = words.every((word) => columns.some((column) => begins(column, word)))
  return isScattered ? { tier: texts.length * tiersOfText, at: 0, length: 0 } : null
}

/** `O’Brien` is read as two words and as one: what fits better counts. */
function rankIn(text: string, column: string, { whole }: Sought, offset: number): Rank {
  const folded = fold(text)
  const joined = column.slice(folded.length + 2)
  const ranks = (joined ? [folded, joined] : [folded]).map((reading) => rankReading(reading, whole, offset))
  return ranks.reduce((best, rank) => (compareRanks(rank, best) < 0 ? rank : best))
}

function rankReading(reading: string, whole: string, offset: number): Rank {
  const at = ` ${reading}`.indexOf(` ${whole.split(' ', 1)[0]}`)
  const tier = reading === whole ? 0 : reading.startsWith(whole) ? 1 : at === 0 ? 2 : 3
  return { tier: offset + tier, at: at < 0 ? reading.length : at, length: reading.length }
}

function begins(column: string, word: string): boolean {
  return column.includes(` ${word}`)
}

function compareRanks(a: Rank, b: Rank): number {
  return a.tier - b.tier || a.at - b.at || a.length - b.length
}
