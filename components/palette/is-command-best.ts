import { matchWords } from './match-words.ts'

type Entries = {
  places: readonly { name: string }[]
  sections: readonly (readonly [id: string, name: string, ...others: unknown[]])[]
  /** Of meetings that can be joined: all they are found by. */
  meetings: readonly string[]
}

const ownNames = ['New meeting', 'Meet now', 'Light theme', 'Dark theme', 'Keyboard shortcuts', 'Log off']

/** Whether what was typed names a command better than any meeting that an Enter would join. */
export function isCommandBest(typed: string, { places, sections, meetings }: Entries): boolean {
  if (typed.trim() === '') return false
  const commands = [...ownNames, ...places.map(({ name }) => name), ...sections.map(([, name]) => `${name} settings`)]
  return bestOf(commands, typed, []) > bestOf(meetings, typed, ['join'])
}

function bestOf(names: readonly string[], typed: string, keywords: string[]): number {
  return Math.max(0, ...names.map((name) => matchWords(name, typed, keywords)))
}
