import { expect, test } from 'vitest'
import { planRemovals } from './plan-removals.ts'

function missed(count: number, missedReads: number) {
  return Array.from({ length: count }, (_, i) => ({ id: `m${i}`, missedReads }))
}

test('one read without a meeting removes nothing, the second does', () => {
  expect(planRemovals({ missed: missed(1, 1), planned: 40, allowRemovals: false })).toEqual({ remove: [], held: [] })
  expect(planRemovals({ missed: missed(1, 2), planned: 40, allowRemovals: false }).remove).toEqual(['m0'])
})

test('an organizer with three meetings may cancel all three', () => {
  expect(planRemovals({ missed: missed(3, 2), planned: 3, allowRemovals: false }).remove).toHaveLength(3)
})

test('more than the share stops at the brake and removes nothing', () => {
  const plan = planRemovals({ missed: missed(30, 2), planned: 100, allowRemovals: false })
  expect(plan.remove).toEqual([])
  expect(plan.held).toHaveLength(30)
})

test('an administrator can let a large removal through', () => {
  expect(planRemovals({ missed: missed(30, 2), planned: 100, allowRemovals: true }).remove).toHaveLength(30)
})
