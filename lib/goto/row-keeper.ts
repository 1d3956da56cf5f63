import type { Keep, LongRows } from './contract/rows.ts'

/** No session, and no period read at once, has this many rows: it bounds memory, not what is reported. */
const mostRows = 20_000

/**
 * Keeps rows of a long list, up to a limit. Past it, the newest sessions are kept whole: a session with rows missing
 * would look as if fewer people had come.
 */
export function rowKeeper<R>({ atMost = mostRows }: Pick<Keep, 'atMost'>) {
  let rows: { row: R; beganAt: string }[] = []
  let cut: LongRows<R>['cut'] = null

  function take(row: R, beganAt: string): void {
    if (cut && beganAt <= cut.until) cut = { ...cut, rows: cut.rows + 1 }
    else rows.push({ row, beganAt })
    // Sorting now and then costs little per row.
    if (rows.length >= 2 * atMost + 1) trim()
  }

  function trim(): void {
    const newestFirst = rows.map(({ beganAt }) => beganAt).sort((a, b) => (a < b ? 1 : a > b ? -1 : 0))
    // The first that does not fit: whatever began with it or before goes.
    const until = newestFirst[atMost]
    if (until === undefined) return
    const kept = rows.filter(({ beganAt }) => beganAt > until)
    cut = { rows: (cut?.rows ?? 0) + rows.length - kept.length, until }
    rows = kept
  }

  /** In order of arrival. */
  function kept(): Pick<LongRows<R>, 'rows' | 'cut'> {
    trim()
    return { rows: rows.map(({ row }) => row), cut }
  }

  return { take, kept }
}
