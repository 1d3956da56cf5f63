import { z } from 'zod'
import type { SetAside } from '#lib/goto/contract/rows.ts'
import type { Stretch } from './reading-plan.ts'

/** A row of GoTo's past that could not be read, and its stretch: ISO strings in UTC. */
const UnreadRow = z.object({ id: z.string().nullable(), because: z.string(), from: z.string(), to: z.string() })
export type UnreadRow = z.infer<typeof UnreadRow>

/** How many are kept per organizer: more would add nothing. */
const mostKept = 100

/**
 * What is remembered as unread in an organizer's past. Entries another Foyer version wrote in another shape are
 * ignored.
 */
export function readUnread(stored: unknown): UnreadRow[] {
  return z.array(UnreadRow).catch([]).parse(stored)
}

/** After reading another stretch: what was unreadable there before is either reported again or fixed. */
export function withUnread(
  before: readonly UnreadRow[],
  { from, to }: Stretch,
  found: readonly SetAside[],
): UnreadRow[] {
  const stretch = { from: from.toISOString(), to: to.toISOString() }
  const elsewhere = before.filter((row) => row.from < stretch.from || row.to > stretch.to)
  const names = new Set(elsewhere.map(nameOf))
  const news = found.map((row) => ({ ...row, ...stretch })).filter((row) => !names.has(nameOf(row)))
  return [...new Map([...elsewhere, ...news].map((row) => [`${nameOf(row)} ${row.from}`, row])).values()].slice(
    -mostKept,
  )
}

/** Whether something in this period could not be read. null: no start. */
export function isPartlyRead(unread: readonly UnreadRow[], { from, to }: { from: Date | null; to: Date }): boolean {
  return unread.some((row) => row.from < to.toISOString() && (from === null || row.to > from.toISOString()))
}

/** Recent days are read again and again: the same row in another stretch is not a second one. */
function nameOf({ id, because }: SetAside): string {
  return `${id ?? ''} ${because}`
}
