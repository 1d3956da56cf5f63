type Limits = {
  /** A program that dies more often than this … */
  most: number
  /** … within this time has a problem that a restart does not fix. */
  withinMs: number
}

export type Revivals = {
  /** `isExcused`: it could not help it, so it does not count against it. */
  noteAndJudge(atMs: number, isExcused?: boolean): 'go on' | 'give up'
  /** How long to wait before the last revival judged: longer the more often it has died lately. */
  pauseMs(): number
}

/** Counts revivals and forgets old ones: the program has been well since. */
export function countRevivals({ most, withinMs }: Limits): Revivals {
  let recent: { atMs: number; isExcused: boolean }[] = []
  return {
    noteAndJudge(atMs, isExcused = false) {
      recent = [...recent.filter((earlier) => atMs - earlier.atMs < withinMs), { atMs, isExcused }]
      const counted = recent.filter((death) => !death.isExcused).length
      return counted > most && !isExcused ? 'give up' : 'go on'
    },
    pauseMs: () => Math.min(200 * 2 ** (recent.length - 1), 5_000),
  }
}
