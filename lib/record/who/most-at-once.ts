import { inTime, type Present, sureSpans } from './is-crowded.ts'

/** How many of these stays were certainly there at once, beyond the reconnect tolerance; at least 1. */
export function mostAtOnce(stays: readonly Present[]): number {
  const spans = sureSpans(stays.filter(({ joinedAt, leftAt }) => joinedAt !== null && leftAt !== null))
  const ends = spans.map(({ until }) => until).sort((a, b) => a - b)
  let most = 1
  let gone = 0
  for (const [nth, { from }] of spans.sort(inTime).entries()) {
    while ((ends[gone] ?? Number.POSITIVE_INFINITY) <= from) gone += 1
    most = Math.max(most, nth + 1 - gone)
  }
  return most
}
