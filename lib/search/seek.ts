import { readingsOf } from './readings.ts'

/** What stands for one typed word: its readings, of which one is to be found, with all of its words. */
export type Sought = readonly (readonly string[])[]

/**
 * What is looked for, word by word. Nothing when it is only punctuation, which finds nothing; beside words it is
 * ignored.
 */
export function seek(typed: string): Sought[] {
  const distinct = new Map(typed.split(/\s+/u).map((part) => [part, readingsOf(part).map(wordsOf)]))
  const parts = [...distinct.values()]
  const certain = longest(parts.flatMap(([reading = [], ...others]) => (others.length > 0 ? [] : reading)))
  return [...certain.map((word) => [[word]]), ...parts.filter(({ length }) => length > 1)]
}

/** How many words that is, as typed. */
export function countWords(sought: readonly Sought[]): number {
  return sought.reduce((sum, [asTyped = []]) => sum + asTyped.length, 0)
}

function wordsOf(reading: string): string[] {
  return longest(reading.split(' '))
}

/** Whatever is found by `sales` is found by `s` too. */
function longest(words: readonly string[]): string[] {
  const distinct = [...new Set(words)]
  return distinct.filter((word) => !distinct.some((other) => other !== word && other.startsWith(word)))
}
