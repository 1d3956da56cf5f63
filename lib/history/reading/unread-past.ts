import { z } from 'zod'
import type { SetAside } from '#lib/goto/contract/rows.ts'
import { dayMs } from '#lib/time/day.ts'
import { keptSince, longestPieceMs, type Stretch } from './reading-plan.ts'

/** Raise it when a row that could not be read before can be now: such rows are read again at once. */
const readingRules = 1

/** A row of GoTo's past that could not be read, and its stretch: ISO strings in UTC. */
const UnreadRow = z.object({
  id: z.string().nullable(),
  because: z.string(),
  from: z.string(),
  to: z.string(),
  /** When it was last tried, and by which rules. Missing in what older versions left: tried long ago. */
  readAt: z.string().default(''),
  rules: z.number().default(0),
})
export type UnreadRow = z.infer<typeof UnreadRow>

/** How many of one stretch are told apart: with more, any of its meetings may be among them. */
const mostKept = 100
/** GoTo seldom mends a row: unreadable ones are tried again this often, when somebody looks at their time. */
const againMs = dayMs

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
  stretch: Stretch,
  found: readonly SetAside[],
  readAt: Date,
): UnreadRow[] {
  const [from, to] = [stretch.from.toISOString(), stretch.to.toISOString()]
  // What GoTo no longer keeps of such a row's time stays unread.
  const elsewhere = before.flatMap((row) =>
    isTried(row, stretch, readAt) ? (row.from < from ? [{ ...row, to: from }] : []) : [row],
  )
  const tried = { readAt: readAt.toISOString(), rules: readingRules }
  const news = distinct(found).flatMap((row) => {
    const rest = without(
      { from, to },
      elsewhere.filter((other) => nameOf(other) === nameOf(row)),
    )
    return rest ? [{ ...row, ...rest, ...tried }] : []
  })
  return [...elsewhere, ...news]
}

/**
 * After trying these rows again: one that is reported again stays as narrow as it was, however much was read with it.
 */
export function stillUnread(
  before: readonly UnreadRow[],
  stretch: Stretch,
  found: readonly SetAside[],
  readAt: Date,
): UnreadRow[] {
  const reported = new Set([...found, ...distinct(found)].map(nameOf))
  const same = before.filter((row) => isTried(row, stretch, readAt) && reported.has(nameOf(row)))
  const known = new Set(same.map(nameOf))
  const isNew = (row: SetAside) => !known.has(nameOf(row))
  const rest = before.filter((row) => !same.includes(row))
  const news = distinct(found.filter(isNew)).filter(isNew)
  return [...withUnread(rest, stretch, news, readAt), ...triedAgain(same, stretch, readAt)]
}

/** A reading that failed still tried these. */
export function triedAgain(before: readonly UnreadRow[], stretch: Stretch, readAt: Date): UnreadRow[] {
  const tried = { readAt: readAt.toISOString(), rules: readingRules }
  return before.map((row) => (isTried(row, stretch, readAt) ? { ...row, ...tried } : row))
}

/** Whether a stretch has all of a row's time that GoTo still keeps. */
function isTried(row: UnreadRow, { from, to }: Stretch, at: Date): boolean {
  const since = keptSince(at).toISOString()
  return row.to > since && row.to <= to.toISOString() && (row.from >= from.toISOString() || from.toISOString() <= since)
}

/**
 * Where to try unreadable rows again: those of a period that GoTo still keeps, once a day and at once after other rules
 * came. None of it lies in what is read anyway (`planned`).
 */
export function planAgain(
  unread: readonly UnreadRow[],
  wanted: Stretch,
  planned: readonly Stretch[],
  at: Date,
): Stretch[] {
  const since = keptSince(at)
  const tried = new Date(at.getTime() - againMs).toISOString()
  const due = unread
    .filter((row) => (row.rules < readingRules || row.readAt <= tried) && isPartlyRead([row], wanted))
    .map((row) => ({ from: new Date(Math.max(Date.parse(row.from), since.getTime())), to: new Date(row.to) }))
    .filter((row) => row.to > since && !planned.some(({ from, to }) => row.from >= from && row.to <= to))
  return joined(due)
}

/** What touches is read in one request, as far as one may go. */
function joined(stretches: readonly Stretch[]): Stretch[] {
  const all: Stretch[] = []
  for (const next of stretches.toSorted((a, b) => a.from.getTime() - b.from.getTime())) {
    const last = all.at(-1)
    const to = last && last.to > next.to ? last.to : next.to
    if (last && next.from <= last.to && to.getTime() - last.from.getTime() <= longestPieceMs) last.to = to
    else all.push({ ...next })
  }
  return all
}

/** Whether something in this period could not be read. null: no start. */
export function isPartlyRead(unread: readonly UnreadRow[], { from, to }: { from: Date | null; to: Date }): boolean {
  return unread.some((row) => row.from < to.toISOString() && (from === null || row.to > from.toISOString()))
}

function distinct(found: readonly SetAside[]): SetAside[] {
  const rows = [...new Map(found.map((row) => [nameOf(row), row])).values()]
  return rows.length > mostKept ? [{ id: null, because: `${mostKept} rows and more cannot be read` }] : rows
}

type Span = { from: string; to: string }

/**
 * Recent days are read again and again, and the same row in an overlapping stretch is not a second one: what is left of
 * a stretch without them may hold another.
 */
function without(stretch: Span, others: readonly Span[]): Span | null {
  let { from, to } = stretch
  for (const other of others) {
    if (other.from <= from && other.to > from) from = other.to
    if (other.to >= to && other.from < to) to = other.from
  }
  return from < to ? { from, to } : null
}

function nameOf({ id, because }: SetAside): string {
  return `${id ?? ''} ${because}`
}
