import type { ReadStay } from './stay.ts'

/**
 * GoTo repeats a row now and then. Stays alike in all it said, to the second, are one if their name is somebody's; two
 * callers of one placeholder name may well have come and gone together. Of copies the identified one is kept, and each
 * of them where they were given to different people.
 */
export function withoutCopies(read: readonly ReadStay[]): ReadStay[] {
  const kept: ReadStay[] = []
  for (const copies of Map.groupBy(read, keyOf).values()) {
    const [first] = copies
    if (!first || !isCertain(first)) kept.push(...copies)
    else {
      const known = copies.filter(({ person }) => person !== null)
      const byPerson = Map.groupBy(known.length > 0 ? known : copies, ({ person }) => person?.id)
      kept.push(...[...byPerson.values()].map(lowestId))
    }
  }
  return kept
}

function keyOf({ stay: { typedName, typedEmail, joinedAt, leftAt } }: ReadStay): string {
  return JSON.stringify([typedName, typedEmail, joinedAt, leftAt])
}

function isCertain({ name, stay: { joinedAt, leftAt } }: ReadStay): boolean {
  return name !== '' && joinedAt !== null && leftAt !== null
}

/** Whichever was read first, a row keeps its key. */
function lowestId(copies: readonly ReadStay[]): ReadStay {
  return copies.reduce((lowest, copy) => (copy.stay.id < lowest.stay.id ? copy : lowest))
}
