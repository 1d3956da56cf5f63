import { readingsOf } from './readings.ts'

/**
 * Who or what is meant by a name: whatever bears exactly these words, in whatever order; if nothing does, whatever has
 * them all as whole words of its name. One is certain, several are a question. Beginnings of words only find.
 */
export function meantBy<T>(typed: string, items: readonly T[], nameOf: (item: T) => string): T[] {
  const exactly = items.filter((item) => isNamed(typed, nameOf(item)))
  return exactly.length > 0 ? exactly : items.filter((item) => isLike(typed, nameOf(item), hasAll))
}

/** Whether these words are all of the name. */
export function isNamed(typed: string, name: string): boolean {
  return isLike(typed, name, (words, sought) => words.size === sought.size && hasAll(words, sought))
}

/** Both have several readings: one of each is enough. */
function isLike(typed: string, name: string, isMet: (words: Words, sought: Words) => boolean): boolean {
  const names = readingsOf(name).map(wordsOf)
  return readingsOf(typed).some((reading) => names.some((words) => isMet(words, wordsOf(reading))))
}

type Words = ReadonlySet<string>

function hasAll(words: Words, sought: Words): boolean {
  return [...sought].every((word) => words.has(word))
}

function wordsOf(reading: string): Words {
  return new Set(reading.split(' '))
}
