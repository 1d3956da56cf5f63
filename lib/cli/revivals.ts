type Limits = {
  /** A program that dies more often than this … */
  most: number
  /** … within this time has a problem that a restart does not fix. */
  withinMs: number
}

export type Revivals = {
  noteAndJudge(atMs: number): 'go on' | 'give up'
  /** How long to wait before the last revival judged: longer the more often it has died lately. */
  pauseMs(): number
}

/** Counts revivals and forgets old ones: the program has been well since. */
export function countRevivals({ most, withinMs }: Limits): Revivals {
  let recent: number[] = []
  return {
    noteAndJudge(atMs) {
      recent = [...recent.filter((earlierMs) => atMs - earlierMs < withinMs), atMs]
      return recent.length > most ? 'give up' : 'go on'
    },
    pauseMs: () => Math.min(200 * 2 ** (recent.length - 1), 5_000),
  }
}
