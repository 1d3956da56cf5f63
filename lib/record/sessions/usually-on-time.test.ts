import { expect, test } from 'vitest'
import { showsHabit } from './usually-on-time.ts'

const start = (lateMinutes: number) => ({
  plannedStartsAt: new Date('2026-11-24T09:00:00Z'),
  startedAt: new Date(Date.parse('2026-11-24T09:00:00Z') + lateMinutes * 60_000),
})
const habit = (...late: number[]) => showsHabit(late.map(start))

test('somebody starts on time who did so nearly always; up to five minutes after, or before, is on time', () => {
  expect(habit(0, -10, 5, 3, 1)).toBe(true)
  expect(habit(0, -10, 5, 3, 6)).toBe(true)
  expect(habit(0, -10, 5, 6, 6)).toBe(false)
})

test('from a few meetings nobody concludes anything', () => {
  expect(habit(0, 0, 0, 0)).toBe(false)
  expect(habit()).toBe(false)
})
