import { inTime, sureSpans } from './is-crowded.ts'
import type { ReadStay } from './stay.ts'
import { hasAllWords } from './words-of-name.ts'

/**
 * Whether two names that can't be one person's (`Ann Lee` and `Bob Ray`, not `Ann` and `Ann Lee`) were there at once
 * for more than the reconnect tolerance, or may have been, where a time is unknown. One sweep through time.
 */
export function areStrangers(members: readonly ReadStay[]): boolean {
  const named = members.filter(({ name }) => name !== '')
  if (new Set(named.map(({ name }) => name)).size < 2) return false
  const stays = named.flatMap(({ words, stay }) => sureSpans([stay]).map((span) => ({ words, ...span })))
  // The names present: each has all words of the next shorter one, so there are no more than a name has words.
  let present: typeof stays = []
  for (const next of stays.sort(inTime)) {
    present = present.filter(({ until }) => until > next.from)
    if (present.some(({ words }) => !hasAllWords(words, next.words) && !hasAllWords(next.words, words))) return true
    const same = present.find(({ words }) => words.join(' ') === next.words.join(' '))
    if (same) same.until = Math.max(same.until, next.until)
    else present.push(next)
  }
  return false
}
