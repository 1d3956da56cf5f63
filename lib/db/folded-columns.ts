import type { Types } from '@prisma/client/runtime/client'
import type { Sought } from '#lib/search/seek.ts'
import type { Prisma } from './generated/client.ts'

/**
 * Columns that the database makes of others, for searches to compare (decision 019). Nobody reads them, so no row brings
 * them along; PostgreSQL refuses to write them.
 */
export const foldedColumns = {
  person: { nameWords: true, emailWords: true },
  address: { emailWords: true },
  organizer: { nameWords: true, emailWords: true },
  meeting: { subjectWords: true },
  session: { subjectWords: true },
  attendance: { typedNameWords: true, typedEmailWords: true },
} as const

/** A row as `db()` answers it: `RowOf<Prisma.$MeetingPayload, { include: … }>`. Prisma's own types have every column. */
export type RowOf<Payload extends Prisma.TypeMap['model'][Prisma.ModelName]['payload'], Args> = Types.Result.GetResult<
  Payload,
  Args,
  'findUniqueOrThrow',
  { omit: typeof foldedColumns }
>

/** A word, as `seek` has it, at the beginning of a word of such a column. No sign of LIKE is left in it. */
export function beginsWord(word: string): { contains: string } {
  return { contains: ` ${word}` }
}

/** The conditions for all that is looked for, each from the one for a word. */
export function allOf<Where extends object>(sought: readonly Sought[], having: (word: string) => Where) {
  return sought.map((readings) => {
    const ways = readings.map((words) => ({ AND: words.map(having) }))
    const [only, ...others] = ways
    return only && others.length === 0 ? only : { OR: ways }
  })
}
