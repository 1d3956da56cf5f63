import type { Keep, LongRows } from './contract/rows.ts'

/** No session has that many rows, and no stretch of time that is read at once: it bounds memory, not what is told. */
const mostRows = 20_000

/**
 * Keeps the wanted rows of a long list, at most so many. Of too many it keeps whole sessions, the newest: a session of
 * which some rows are missing would look like one that fewer people came to.
 */
export function rowKeeper<R>({ isWanted = () => true, atMost = mostRows }: Keep<R>, beganAt: (row: R) => string) {
  let rows: R[] = []
  let cut: LongRows<R>['cut'] = null

  function take(row: R): void {
    if (!isWanted(row)) return
    if (cut && beganAt(row) <= cut.until) cut = { ...cut, rows: cut.rows + 1 }
    else rows.push(row)
    // Sorting now and then costs little for each row.
    if (rows.length >= 2 * atMost + 1) trim()
  }

  function trim(): void {
    const newestFirst = rows.map(beganAt).sort((a, b) => (a < b ? 1 : a > b ? -1 : 0))
    // The first that has no place: what began with it or before goes.
    const until = newestFirst[atMost]
    if (until === undefined) return
    const kept = rows.filter((row) => beganAt(row) > until)
    cut = { rows: (cut?.rows ?? 0) + rows.length - kept.length, until }
    rows = kept
  }

  /** In the order in which they came. */
  function kept(): Pick<LongRows<R>, 'rows' | 'cut'> {
    trim()
    return { rows, cut }
  }

  return { take, kept }
}
