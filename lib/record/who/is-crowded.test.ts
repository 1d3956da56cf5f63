import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isCrowded } from './is-crowded.ts'

const stay = fc
  .record({ from: fc.integer({ min: 0, max: 20 }), length: fc.integer({ min: 0, max: 6 }) })
  .map(({ from, length }) => ({ joinedAt: new Date(from), leftAt: new Date(from + length) }))

test('the sweep finds two people at once exactly where comparing each with each does', () => {
  fc.assert(
    fc.property(fc.array(fc.array(stay, { maxLength: 4 }), { maxLength: 5 }), (groups) => {
      const together = groups.some((one, nth) =>
        groups.some(
          (other, otherNth) =>
            nth !== otherNth && one.some((a) => other.some((b) => a.joinedAt < b.leftAt && b.joinedAt < a.leftAt)),
        ),
      )
      expect(isCrowded(groups)).toBe(together)
    }),
    { numRuns: 1_000 },
  )
})
