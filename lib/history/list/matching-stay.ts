import type { Prisma } from '#lib/db/generated/client.ts'
import { literal } from '#lib/db/like.ts'

/** Every word must be found: in what somebody typed, or in the name or address of who it is. */
export function matchingStay(q: string): Prisma.AttendanceWhereInput {
  const words = [...new Set(q.trim().toLowerCase().split(/\s+/))]
  return { AND: words.map(matchingWord) }
}

function matchingWord(word: string): Prisma.AttendanceWhereInput {
  const contains = { contains: literal(word), mode: 'insensitive' } as const
  return {
    OR: [
      { typedName: contains },
      { typedEmail: contains },
      { person: { name: contains } },
      { person: { email: contains } },
    ],
  }
}
