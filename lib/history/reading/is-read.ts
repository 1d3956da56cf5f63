import { dayMs } from '#lib/time/day.ts'
import { type Covered, keptMs } from './reading-plan.ts'

/** Anything read more recently than this counts as read. */
const readEnoughMs = 10 * 60_000

/** Whether everything GoTo still keeps of a period has been read, as far as possible. */
export function isRead(
  { coveredFrom, coveredTo }: Covered,
  { from, to }: { from: Date | null; to: Date },
  at: Date,
): boolean {
  if (coveredFrom === null || coveredTo === null) return false
  const oldest = Math.max(from?.getTime() ?? 0, at.getTime() - keptMs + dayMs)
  const newest = Math.min(to.getTime(), at.getTime()) - readEnoughMs
  return coveredFrom.getTime() <= oldest && coveredTo.getTime() >= newest
}

/**
 * Since when a period may have changed at GoTo. A period that was over when it was fully read no longer changes: it is
 * as true at `at` as it was then. Null: none of it was ever read.
 */
export function knownAsOf(covered: Covered, period: { from: Date | null; to: Date }, at: Date): Date | null {
  const isOver = covered.coveredTo !== null && covered.coveredTo >= period.to
  return isOver && isRead(covered, period, at) ? at : covered.coveredTo
}
