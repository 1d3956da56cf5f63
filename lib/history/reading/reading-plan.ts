import { dayMs } from '#lib/time/day.ts'

export type Stretch = { from: Date; to: Date }
export type Covered = { coveredFrom: Date | null; coveredTo: Date | null }

/** The oldest documentation allows searching 60 days at once (goto-api.md 5.6): pieces stay well below. */
export const longestPieceMs = 31 * dayMs
/**
 * GoTo selects by start and leaves out what is still running: what began up to a day earlier may have appeared since.
 */
const appearsWithinMs = dayMs
/** Anything read more recently than this isn't read again. */
export const freshMs = 60_000
/** GoTo keeps about this much (product.md 3). */
export const keptMs = 366 * dayMs

/** GoTo no longer reports what began before this moment. */
export function keptSince(at: Date): Date {
  return new Date(at.getTime() - keptMs)
}

/**
 * What to read to know a period, in this order: each piece touches what is covered by then, so that one stretch
 * describes everything known. The recent end comes first, from as far back as something was seen live (`liveSince`);
 * older parts are read once, but for their unreadable rows (`planAgain`).
 */
export function planReading(
  { coveredFrom, coveredTo }: Covered,
  wanted: Stretch,
  now: Date,
  liveSince: Date | null = null,
): Stretch[] {
  const from = new Date(Math.max(wanted.from.getTime(), now.getTime() - keptMs))
  const to = new Date(Math.min(wanted.to.getTime(), now.getTime()))
  if (from >= to) return []
  if (!coveredFrom || !coveredTo) return pieces({ from, to }).reverse()
  const isStale = to > coveredTo && now.getTime() - coveredTo.getTime() >= freshMs
  const overlap = earlier(new Date(coveredTo.getTime() - appearsWithinMs), liveSince ?? coveredTo)
  const recent = isStale ? pieces({ from: later(coveredFrom, overlap), to }) : []
  const older = from < coveredFrom ? pieces({ from, to: coveredFrom }).reverse() : []
  return [...recent, ...older]
}

/** What is covered once a piece has been read as well. */
export function withPiece({ coveredFrom, coveredTo }: Covered, { from, to }: Stretch): Stretch {
  return {
    from: coveredFrom && coveredFrom < from ? coveredFrom : from,
    to: coveredTo && coveredTo > to ? coveredTo : to,
  }
}

function pieces({ from, to }: Stretch): Stretch[] {
  const count = Math.ceil((to.getTime() - from.getTime()) / longestPieceMs)
  return Array.from({ length: count }, (_, nth) => ({
    from: new Date(from.getTime() + nth * longestPieceMs),
    to: new Date(Math.min(to.getTime(), from.getTime() + (nth + 1) * longestPieceMs)),
  }))
}

function earlier(a: Date, b: Date): Date {
  return a < b ? a : b
}

function later(a: Date, b: Date): Date {
  return a > b ? a : b
}
