type Limits = {
  /** A program that dies more often than this … */
  most: number
  /** … within this time has a trouble that starting it does not cure. */
  withinMs: number
}

export type Revivals = {
  noteAndJudge(atMs: number): 'go on' | 'give up'
  /** How long to wait before the revival that was judged last: longer the more often it died lately. */
  pauseMs(): number
}

/** Counts revivals; those of long ago are forgotten, as the program has been well since. */
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
