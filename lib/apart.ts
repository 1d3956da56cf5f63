/**
 * A name or a subject inside a sentence of ours, with invisible marks around it if it reads from right to left: the
 * words beside it stay in their order. Elements use `<bdi>` instead.
 */
export function apart(text: string): string {
  return fromTheRight.test(text) ? `\u2068${text}\u2069` : text
}

/** Hebrew, Arabic and the like, and marks and controls of direction. */
const fromTheRight =
  /[\u0590-\u08FF\u200F\u202A-\u202E\u2066-\u2069\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u
