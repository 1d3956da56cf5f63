import { matchWords } from './match-words.ts'
import { otherWordsFor } from './other-words.ts'
import type { NamedEntry } from './palette-entry.tsx'

export type CommandGroup = { heading: string; entries: NamedEntry[] }

/**
 * The groups that have entries, first the one that what was typed names best. cmdk sorts entries within a group only, and
 * Enter takes the first: `log off` is the command of that name, not the sessions that other words lead to as well.
 */
export function bestGroupFirst(groups: readonly CommandGroup[], typed: string): CommandGroup[] {
  const filled = groups.filter(({ entries }) => entries.length > 0)
  if (typed.trim() === '') return filled
  const scored = filled.map((group) => ({ group, score: scoreOf(group, typed) }))
  return scored.sort((one, other) => other.score - one.score).map(({ group }) => group)
}

function scoreOf({ entries }: CommandGroup, typed: string): number {
  return Math.max(...entries.map(({ name, value = name }) => matchWords(value, typed, otherWordsFor(name))))
}
