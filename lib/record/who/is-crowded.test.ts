import fc from 'fast-check'
import { expect, test } from 'vitest'
import { reconnectMinutes } from '#lib/record/limits.ts'
import { isCrowded } from './is-crowded.ts'
import { mostAtOnce } from './most-at-once.ts'

const minutes = (count: number) => new Date(count * 60_000)
const time = fc.integer({ min: 0, max: 20 })
const stay = fc.record({ from: time, length: fc.integer({ min: 0, max: 8 }) }).map(({ from, length }) => ({
  joinedAt: minutes(from),
  leftAt: minutes(from + length),
}))
const perhapsUnknown = fc
  .tuple(stay, fc.constantFrom('', '', '', 'joinedAt', 'leftAt'))
  .map(([known, unknown]): Stay => (unknown === '' ? known : { ...known, [unknown]: null }))
type Stay = { joinedAt: Date | null; leftAt: Date | null }

/** Minutes for which two were there at once. */
function overlap(a: Stay, b: Stay): number {
  const from = (one: Stay) => one.joinedAt?.getTime() ?? Number.NEGATIVE_INFINITY
  const until = (one: Stay) => one.leftAt?.getTime() ?? Number.POSITIVE_INFINITY
  return (Math.min(until(a), until(b)) - Math.max(from(a), from(b))) / 60_000
}

test('the sweep finds two people at once exactly where comparing every pair does', () => {
  fc.assert(
    fc.property(fc.array(fc.array(perhapsUnknown, { maxLength: 4 }), { maxLength: 5 }), (groups) => {
      const together = groups.some((one, nth) =>
        groups.some(
          (other, otherNth) => nth !== otherNth && one.some((a) => other.some((b) => overlap(a, b) > reconnectMinutes)),
        ),
      )
      expect(isCrowded(groups)).toBe(together)
    }),
    { numRuns: 1_000 },
  )
})

test('two minutes at once are a broken connection, and a second more are two people', () => {
  const [early, late] = [
    { joinedAt: minutes(0), leftAt: minutes(32) },
    { joinedAt: minutes(30), leftAt: minutes(60) },
  ]
  expect(isCrowded([[early], [late]])).toBe(false)
  expect(isCrowded([[{ ...early, leftAt: new Date(minutes(32).getTime() + 1_000) }], [late]])).toBe(true)
})

test('those who share a moment beyond the tolerance were certainly there at once', () => {
  fc.assert(
    fc.property(fc.array(perhapsUnknown, { maxLength: 8 }), (stays) => {
      const sure = stays.flatMap(({ joinedAt, leftAt }) => (joinedAt && leftAt ? [{ joinedAt, leftAt }] : []))
      const most = mostAtOnce(stays)
      expect(most).toBeGreaterThanOrEqual(1)
      expect(most).toBeLessThanOrEqual(Math.max(1, sure.length))
      expect(most === 1).toBe(!isCrowded(sure.map((one) => [one])))
    }),
  )
  const [from, leftAt] = [minutes(0), minutes(10)]
  expect(
    mostAtOnce([
      { joinedAt: from, leftAt },
      { joinedAt: minutes(5), leftAt },
      { joinedAt: minutes(9), leftAt },
    ]),
  ).toBe(2)
})
