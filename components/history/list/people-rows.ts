import type { AttendanceRow } from '#lib/history/schema.ts'

/** A row with the id of its element. */
export type PersonRow = { id: string; item: AttendanceRow }
type Page = { items: AttendanceRow[] }

/**
 * The rows of all pages. People in one session may be identical in everything GoTo reports, like two unnamed callers in
 * the same second: their place in the session distinguishes them. A session comes whole, so one on two pages (the list
 * moved between them) counts once.
 */
export function peopleRows(pages: readonly Page[]): PersonRow[] {
  const counts = new Map<string, number>()
  return pages.flatMap(({ items }) => {
    const before = new Set(counts.keys())
    return items
      .filter(({ sessionId }) => !before.has(sessionId))
      .map((item) => {
        const nth = counts.get(item.sessionId) ?? 0
        counts.set(item.sessionId, nth + 1)
        return { id: `came-${item.sessionId}-${nth}`, item }
      })
  })
}
