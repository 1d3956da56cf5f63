/**
 * A sliding second per client and API (goto-api.md 4.1), in real time: it is about load, not the company's calendar.
 */
export function createRateLimit() {
  const windows = new Map<string, number[]>()

  /** Whether one more call is allowed now; a refused one does not count. */
  return function take(key: string, perSecond: number): boolean {
    const now = performance.now()
    const recent = (windows.get(key) ?? []).filter((at) => now - at < 1_000)
    const isAllowed = recent.length < perSecond
    if (isAllowed) recent.push(now)
    windows.set(key, recent)
    return isAllowed
  }
}
