import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rowKeeper } from './row-keeper.ts'

type Row = { session: number; nth: number }

function keep(rows: Row[], options: { atMost?: number; isWanted?: (row: Row) => boolean } = {}) {
  const keeper = rowKeeper<Row>(options, ({ session }) => new Date(session * 60_000).toISOString())
  for (const row of rows) keeper.take(row)
  return keeper.kept()
}

const rows = fc
  .array(fc.integer({ min: 0, max: 12 }))
  .map((sessions) => sessions.map((session, nth) => ({ session, nth })))

test('at most so many are kept: whole sessions, the newest, in their order, and the rest is counted', () => {
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 20 }), (all, atMost) => {
      const { rows: kept, cut } = keep(all, { atMost })
      expect(kept.length).toBeLessThanOrEqual(atMost)
      const until = cut ? Date.parse(cut.until) / 60_000 : Number.NEGATIVE_INFINITY
      expect(kept).toEqual(all.filter(({ session }) => session > until))
      expect(cut?.rows ?? 0).toBe(all.length - kept.length)
      // Nothing is left out that would have had a place.
      const next = all.filter(({ session }) => session >= until)
      if (cut) expect(next.length).toBeGreaterThan(atMost)
      else expect(all.length).toBeLessThanOrEqual(atMost)
    }),
    { numRuns: 500 },
  )
})

test('what nobody wants takes no place and is not missing', () => {
  const all = Array.from({ length: 100 }, (_, nth) => ({ session: nth, nth }))
  const { rows: kept, cut } = keep(all, { atMost: 10, isWanted: ({ session }) => session < 5 })
  expect([kept.length, cut]).toEqual([5, null])
})

test('a single session that is larger than all that is kept is cut and not halved', () => {
  const all = Array.from({ length: 12 }, (_, nth) => ({ session: 1, nth }))
  expect(keep(all, { atMost: 10 })).toEqual({ rows: [], cut: { rows: 12, until: '1970-01-01T00:01:00.000Z' } })
})
