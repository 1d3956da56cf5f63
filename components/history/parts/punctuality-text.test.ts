import { expect, test } from 'vitest'
import { endWords, noPlanText, punctualityText, startWords } from './punctuality-text.ts'

const planned = { plannedStartsAt: '2026-11-24T09:00:00.000Z', plannedEndsAt: '2026-11-24T10:00:00.000Z' }
const ran = (startedAt: string, endedAt: string) => ({
  ...planned,
  startedAt: `2026-11-24T${startedAt}.000Z`,
  endedAt: `2026-11-24T${endedAt}.000Z`,
  pending: null,
})

test('a late start and an overrun are given in minutes', () => {
  expect(punctualityText(ran('09:03:10', '10:12:20'))).toBe('Started 3 min late, overran by 12 min')
})

test('less than a minute either way is on time, a whole minute is not', () => {
  expect(punctualityText(ran('09:00:59', '09:59:01'))).toBe('Started on time, ended on time')
  expect(startWords(ran('09:01:00', '10:00:00'))).toBe('started 1 min late')
  expect(endWords(ran('09:00:00', '09:59:00'))).toBe('ended 1 min early')
})

test('early is not late, and hours are given as hours', () => {
  expect(startWords(ran('08:55:00', '10:00:00'))).toBe('started 5 min early')
  expect(endWords(ran('09:00:00', '11:05:00'))).toBe('overran by 1 h 5 min')
})

test('an unplanned meeting was neither late nor early', () => {
  const times = { ...ran('09:03:00', '10:00:00'), plannedStartsAt: null, plannedEndsAt: null }
  expect(punctualityText(times)).toBeNull()
  expect(noPlanText({ kind: 'instant' })).toBe('Not planned')
  expect(noPlanText({ kind: 'scheduled' })).toBeNull()
})

test('while the meeting may go on, nothing is said about its end', () => {
  expect(punctualityText({ ...ran('09:00:00', '09:25:00'), pending: 'not-over' })).toBe('Started on time')
  expect(punctualityText({ ...ran('09:03:00', '11:25:00'), pending: 'preparing' })).toBe('Started 3 min late')
})
