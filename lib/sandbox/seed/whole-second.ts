/** The vendor's times have no milliseconds, so nothing here has. */
export function wholeSecond(at: number): number {
  return Math.floor(at / 1_000) * 1_000
}
