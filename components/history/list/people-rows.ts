import type { AttendanceRow } from '#lib/history/schema.ts'

/** A row with the id of its element. */
export type PersonRow = { id: string; item: AttendanceRow }
type Page = { items: AttendanceRow[] }

/**
 * The rows of all pages. People of one session may be alike in all that GoTo tells of them, two unnamed callers of the
 * same second: their place in the session tells them apart. A session comes whole, so one that two pages have (the list
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
