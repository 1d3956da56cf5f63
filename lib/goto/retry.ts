/** `Retry-After` in seconds, given as seconds or as a date; `null` for anything else. Never more than an hour. */
export function retryAfterSeconds(header: string | null, now: number = Date.now()): number | null {
  const text = header?.trim() ?? ''
  // Date.parse takes almost anything for a date; an HTTP date has a time of day.
  const until = /\d\d:\d\d/.test(text) ? Date.parse(text) : Number.NaN
  const seconds = /^\d{1,9}$/.test(text) ? Number(text) : Math.ceil((until - now) / 1000)
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 0), 3_600) : null
}

/** Full jitter: anything from zero to a doubling limit, so that callers who failed together do not return together. */
export function backoffMs(attempt: number, random: number, firstMs: number): number {
  return Math.floor(random * Math.min(firstMs * 2 ** (attempt - 1), 8_000))
}
