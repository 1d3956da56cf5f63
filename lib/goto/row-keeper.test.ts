import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rowKeeper } from './row-keeper.ts'

type Row = { session: number; nth: number }

function keep(rows: Row[], options: { atMost: number }) {
  const keeper = rowKeeper<Row>(options)
  for (const row of rows) keeper.take(row, new Date(row.session * 60_000).toISOString())
  return keeper.kept()
}

const rows = fc
  .array(fc.integer({ min: 0, max: 12 }))
  .map((sessions) => sessions.map((session, nth) => ({ session, nth })))

test('only so many are kept: whole sessions, newest first to stay, in order, and the rest is counted', () => {
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 20 }), (all, atMost) => {
      const { rows: kept, cut } = keep(all, { atMost })
      expect(kept.length).toBeLessThanOrEqual(atMost)
      const until = cut ? Date.parse(cut.until) / 60_000 : Number.NEGATIVE_INFINITY
      expect(kept).toEqual(all.filter(({ session }) => session > until))
      expect(cut?.rows ?? 0).toBe(all.length - kept.length)
      // Nothing is left out that would have fitted.
      const next = all.filter(({ session }) => session >= until)
      if (cut) expect(next.length).toBeGreaterThan(atMost)
      else expect(all.length).toBeLessThanOrEqual(atMost)
    }),
    { numRuns: 500 },
  )
})

test('a single session too large to keep is dropped, not halved', () => {
  const all = Array.from({ length: 12 }, (_, nth) => ({ session: 1, nth }))
  expect(keep(all, { atMost: 10 })).toEqual({ rows: [], cut: { rows: 12, until: '1970-01-01T00:01:00.000Z' } })
})
