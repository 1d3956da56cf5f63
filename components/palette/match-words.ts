import { rankOf } from '#lib/search/match.ts'

/**
 * How well an entry of the palette is found, from 0, not at all, to 1, as cmdk asks. Its own rule finds letters anywhere in
 * their order, so that `Settings` and Enter joined “HR benefits meeting”. Keywords come after the entry's own words.
 */
export function matchWords(entry: string, typed: string, keywords: string[] = []): number {
  const rank = rankOf(typed, [entry, keywords.join(' ')])
  if (rank === null) return 0
  const within = Math.min(rank.at * 1_000 + rank.length, 999_999) / 1_000_000
  return 1 - (rank.tier + within) / moreThanTiers
}

const moreThanTiers = 10
