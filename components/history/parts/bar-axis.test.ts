import { expect, test } from 'vitest'
import { labelShift } from './bar-axis.tsx'

/** Where a label lies on an axis of this width, in pixels: what the browser makes of the expression. */
function labelAt(position: number, label: number, axis: number): { from: number; to: number } {
  const parts = /^max\((.+)cqw, min\((.+)%, (.+)cqw - (.+)%\)\)$/.exec(labelShift(position))
  const [before = Number.NaN, half = Number.NaN, after = Number.NaN, own = Number.NaN] =
    parts?.slice(1).map(Number) ?? []
  const most = (after * axis - own * label) / 100
  const from = position * axis + Math.max((before * axis) / 100, Math.min((half * label) / 100, most))
  return { from, to: from + label }
}

test.each([30, 150, 290])('a label %i pixels wide never leaves the axis of a phone', (label) => {
  for (let position = 0; position <= 1; position += 0.001) {
    const { from, to } = labelAt(position, label, 296)
    expect(from).toBeGreaterThan(-0.01)
    expect(to).toBeLessThan(296.01)
  }
})

test('a label stands over its tick where there is room', () => {
  expect(labelAt(0.5, 150, 296)).toEqual({ from: 73, to: 223 })
  expect(labelAt(0.94, 30, 800)).toEqual({ from: 737, to: 767 })
})
