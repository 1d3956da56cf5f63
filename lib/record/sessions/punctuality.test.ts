import { expect, test } from 'vitest'
import { type MeetingTimes, punctualityOf } from './punctuality.ts'

const at = (time: string) => `2026-11-24T${time}.000Z`
const times: MeetingTimes = {
  plannedStartsAt: new Date(at('09:00:00')),
  plannedEndsAt: new Date(at('10:00:00')),
  startedAt: new Date(at('08:58:00')),
  endedAt: new Date(at('10:04:00')),
}

function was(from: string | null, to: string | null, more: Partial<MeetingTimes> = {}, others = 0) {
  const [firstJoin, lastLeave] = [from && at(from), to && at(to)]
  const unknown = Array.from({ length: others }, () => ({ joinedAt: null, leftAt: null, sitting: null }))
  const intervals = [{ joinedAt: firstJoin, leftAt: lastLeave, sitting: null }, ...unknown]
  const { isLate, leftEarly } = punctualityOf({ firstJoin, lastLeave, intervals }, { ...times, ...more })
  return [isLate, leftEarly]
}

test('five minutes either way are on time, a second more is not', () => {
  expect(was('09:05:00', '09:55:00')).toEqual([false, false])
  expect(was('09:05:01', '09:54:59')).toEqual([true, true])
})

test('nobody is late if the host was later, and nobody who stays to the end leaves early', () => {
  const held = { startedAt: new Date(at('09:20:00')), endedAt: new Date(at('09:40:00')) }
  expect(was('09:24:00', '09:38:00', held)).toEqual([false, false])
  expect(was('09:26:00', '09:34:00', held)).toEqual([true, true])
})

test('without a plan nobody is early or late', () => {
  expect(was('09:30:00', '09:31:00', { plannedStartsAt: null, plannedEndsAt: null })).toEqual([null, null])
})

test('unknown times leave it open, unless a known time answers', () => {
  expect(was(null, null)).toEqual([null, null])
  expect(was('09:30:00', '09:40:00', {}, 1)).toEqual([null, null])
  expect(was('09:01:00', '09:59:00', {}, 1)).toEqual([false, false])
  expect(was('09:01:00', '09:40:00', { endedAt: null })).toEqual([false, null])
  expect(was('09:01:00', '09:56:00', { endedAt: null })).toEqual([false, false])
})
