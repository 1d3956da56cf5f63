/** Attendee rows may come after the history: for this long, none means not yet. */
const lateRowsMs = 15 * 60_000
const fewestTries = 5
const firstPauseMs = 10_000
const longestPauseMs = 5 * 60_000

/**
 * When to ask again for attendees GoTo hasn't named after this many tries: after 10 s, 20 s, 40 s … up to five minutes.
 * Null: it no longer will; even for an old session only after several tries.
 */
export function nextTry({ endedAt, tries }: { endedAt: Date; tries: number }, at: Date): Date | null {
  if (tries >= fewestTries && at.getTime() - endedAt.getTime() > lateRowsMs) return null
  return new Date(at.getTime() + Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(tries - 1, 10)))
}
