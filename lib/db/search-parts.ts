import { countWords, type Sought, seek } from '#lib/search/seek.ts'
import { parseMeetingId } from '#lib/typed-meeting-id.ts'
import { invalid } from './list-filter.ts'

/** One of the things a search looks for, all of which a row must have: words, or a number they stand for. */
export type SearchPart = { said: Sought[]; numbers: { gte: bigint; lt: bigint } | null }

/** An address has five words, and each sign of a Chinese name is one. */
const mostWords = 12

/**
 * Every word must begin a word of the subject, of the organizer's name or of their address; or be the meeting's number
 * or its beginning. None: punctuation alone, which finds nothing. @throws AppError `invalid` for too many words
 */
export function searchParts(q: string): SearchPart[] {
  const id = parseMeetingId(q)
  if (id) return [{ said: [], numbers: { gte: BigInt(id), lt: BigInt(id) + 1n } }]
  if (seekAtMost(q).length === 0) return []
  const [numbers, texts] = partition([...new Set(q.trim().split(/\s+/))], (part) => /^[\d-]{3,11}$/.test(part))
  const said = seek(texts.join(' '))
  const inNumbers = numbers.reduce((sum, part) => sum + countWords(seek(part)), 0)
  if (inNumbers + countWords(said) > mostWords) throw tooManyWords()
  return [
    ...numbers.flatMap((part) => {
      const one = { said: seek(part), numbers: numbersOf(part) }
      return one.said.length === 0 ? [] : one
    }),
    ...said.map((one) => ({ said: [one], numbers: null })),
  ]
}

/** What a search looks for. @throws AppError `invalid` for too many words: planning such a query costs more than running it. */
export function seekAtMost(q: string): Sought[] {
  const sought = seek(q)
  if (countWords(sought) > mostWords) throw tooManyWords()
  return sought
}

function tooManyWords() {
  return invalid('q', `At most ${mostWords} words.`)
}

/** `123-45` is the beginning of a number, or `123` and `45` are words. */
function numbersOf(part: string): SearchPart['numbers'] {
  const digits = part.replaceAll('-', '')
  const missing = 9 - digits.length
  if (digits === '' || missing < 0) return null
  const from = BigInt(digits) * 10n ** BigInt(missing)
  return { gte: from, lt: from + 10n ** BigInt(missing) }
}

function partition<T>(items: readonly T[], isFirst: (item: T) => boolean): [T[], T[]] {
  return [items.filter(isFirst), items.filter((item) => !isFirst(item))]
}
