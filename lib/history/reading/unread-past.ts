import { z } from 'zod'
import type { SetAside } from '#lib/goto/contract/rows.ts'
import type { Stretch } from './reading-plan.ts'

/** A row of GoTo's past that could not be read, and of which stretch: ISO strings in UTC. */
const UnreadRow = z.object({ id: z.string().nullable(), because: z.string(), from: z.string(), to: z.string() })
export type UnreadRow = z.infer<typeof UnreadRow>

/** So many are kept of one organizer: more say nothing more. */
const mostKept = 100

/** What is remembered of an organizer's past as unread. What another Foyer wrote in another shape says nothing. */
export function readUnread(stored: unknown): UnreadRow[] {
  return z.array(UnreadRow).catch([]).parse(stored)
}

/** After one more stretch was read: what it told of before is told anew, or is mended. */
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

/** Whether something of this period could not be read. null: without a beginning. */
export function isPartlyRead(unread: readonly UnreadRow[], { from, to }: { from: Date | null; to: Date }): boolean {
  return unread.some((row) => row.from < to.toISOString() && (from === null || row.to > from.toISOString()))
}

/** The recent days are read again and again: the same row in another stretch is no second one. */
function nameOf({ id, because }: SetAside): string {
  return `${id ?? ''} ${because}`
}
