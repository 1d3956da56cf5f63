import { matchWords } from './match-words.ts'

/**
 * Whether what was typed names a command better than any meeting that Enter would join. cmdk sorts entries within a group
 * only, and Enter takes the first: `log off` must not join “Kick-off with Nordlicht Logistik”.
 */
export function isCommandBest(typed: string, commands: readonly string[], meetings: readonly string[]): boolean {
  if (typed.trim() === '') return false
  return bestOf(commands, typed, []) > bestOf(meetings, typed, ['join'])
}

function bestOf(names: readonly string[], typed: string, keywords: string[]): number {
  return Math.max(0, ...names.map((name) => matchWords(name, typed, keywords)))
}
