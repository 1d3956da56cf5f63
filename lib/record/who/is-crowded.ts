import { reconnectMinutes } from '#lib/record/limits.ts'

/** When somebody was there; null: GoTo doesn't say. */
export type Present = { joinedAt: Date | null; leftAt: Date | null }
/** In milliseconds; see `sureSpans`. */
export type SureSpan = { from: number; until: number }

/**
 * Whether people from two groups were present at once, or may have been, where a time is unknown. Outlasting a broken
 * connection by the reconnect tolerance doesn't count. One sweep through time.
 */
export function isCrowded(groups: readonly (readonly Present[])[]): boolean {
  const stays = groups.flatMap((group, nth) => sureSpans(group).map((span) => ({ nth, ...span })))
  stays.sort(inTime)
  // The group that was there last: before its first stay all others had left.
  let last = { nth: -1, until: Number.NEGATIVE_INFINITY }
  for (const { nth, from, until } of stays) {
    if (nth === last.nth) last.until = Math.max(last.until, until)
    else if (from < last.until) return true
    else last = { nth, until }
  }
  return false
}

/**
 * Stays shortened by the tolerance at their end, which leaves nothing of the shortest: two of these overlap exactly
 * where the stays overlap by more than it. Milliseconds.
 */
export function sureSpans(stays: readonly Present[]): SureSpan[] {
  return stays
    .map(({ joinedAt, leftAt }) => ({
      from: joinedAt?.getTime() ?? Number.NEGATIVE_INFINITY,
      until: (leftAt?.getTime() ?? Number.POSITIVE_INFINITY) - reconnectMinutes * 60_000,
    }))
    .filter(({ from, until }) => from < until)
}

export function inTime(a: SureSpan, b: SureSpan): number {
  return a.from - b.from || a.until - b.until
}
