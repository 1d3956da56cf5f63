/** The vendor's times have no milliseconds, so ours have none. */
export function wholeSecond(at: number): number {
  return Math.floor(at / 1_000) * 1_000
}
