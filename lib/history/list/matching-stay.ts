import { allOf, beginsWord } from '#lib/db/folded-columns.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { seekAtMost } from '#lib/db/list-filter.ts'

/** Every word must start a word of the typed name, or of the identified person's name or address. */
export function matchingStay(q: string): Prisma.AttendanceWhereInput {
  const sought = seekAtMost(q)
  return sought.length === 0 ? { id: { in: [] } } : { AND: allOf(sought, matchingWord) }
}

function matchingWord(word: string): Prisma.AttendanceWhereInput {
  const begins = beginsWord(word)
  return {
    OR: [
      { typedNameWords: begins },
      { typedEmailWords: begins },
      { person: { nameWords: begins } },
      { person: { emailWords: begins } },
    ],
  }
}
