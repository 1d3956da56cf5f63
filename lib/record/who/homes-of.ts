import { hasAllWords } from './words-of-name.ts'

/**
 * Which name each of these names belongs under, by their words: the longest that has all of its words (`Ann` under `Ann
 * Lee`), or itself where it could be one of several (`Ann Lee` and `Ann Ray`).
 */
export function homesOf(names: readonly (readonly string[])[]): Map<string, string> {
  const distinct = [...new Map(names.map((words) => [keyOfWords(words), words])).values()]
  const holders = new Map<string, (readonly string[])[]>()
  for (const words of distinct)
    for (const word of words) {
      const others = holders.get(word)
      if (others) others.push(words)
      else holders.set(word, [words])
    }
  return new Map(distinct.map((words) => [keyOfWords(words), keyOfWords(homeOf(words, holders))]))
}

export function keyOfWords(words: readonly string[]): string {
  return words.join(' ')
}

/** A name with all the words has the rarest of them, so only those are searched. */
function homeOf(words: readonly string[], holders: ReadonlyMap<string, (readonly string[])[]>): readonly string[] {
  const nearest = words
    .map((word) => holders.get(word) ?? [])
    .reduce((few, others) => (others.length < few.length ? others : few))
  const wider = nearest.filter((other) => hasAllWords(other, words))
  const longest = wider.reduce((long, other) => (other.length > long.length ? other : long), words)
  return wider.every((other) => hasAllWords(longest, other)) ? longest : words
}
