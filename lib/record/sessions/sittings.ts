import { unionMs } from './report.ts'

/** One sitting: a run of a meeting whose host may drop out and come back. */
export type HeldRow = { startedAt: Date; endedAt: Date | null }

/**
 * From the first start to the last end, and the sittings' total length: nobody is absent in the breaks between them.
 */
export function wholeOf(sittings: readonly [HeldRow, ...HeldRow[]]): HeldRow & { lengthMs: number | null } {
  const starts = sittings.map(({ startedAt }) => startedAt.getTime())
  const ends = sittings.map(({ endedAt }) => endedAt?.getTime() ?? Number.NaN)
  const lastEnd = Math.max(...ends)
  return {
    startedAt: new Date(Math.min(...starts)),
    endedAt: Number.isNaN(lastEnd) ? null : new Date(lastEnd),
    lengthMs: unionMs(sittings.map(({ startedAt, endedAt }) => ({ joinedAt: startedAt, leftAt: endedAt }))),
  }
}
