type Present = { joinedAt: Date; leftAt: Date }

/** Whether somebody of one group was present while somebody of another was: one sweep through time. */
export function isCrowded(groups: readonly (readonly Present[])[]): boolean {
  const stays = groups.flatMap((group, nth) =>
    group.map(({ joinedAt, leftAt }) => ({ nth, from: joinedAt.getTime(), until: leftAt.getTime() })),
  )
  stays.sort((a, b) => a.from - b.from || a.until - b.until)
  // The latest end so far, and the latest of any other group than that one's.
  let last = { nth: -1, until: Number.NEGATIVE_INFINITY }
  let lastOfOthers = Number.NEGATIVE_INFINITY
  for (const { nth, from, until } of stays) {
    const others = last.nth === nth ? lastOfOthers : last.until
    if (from < others) return true
    if (nth === last.nth) last.until = Math.max(last.until, until)
    else if (until >= last.until) {
      lastOfOthers = last.until
      last = { nth, until }
    } else lastOfOthers = Math.max(lastOfOthers, until)
  }
  return false
}
