import { expect, test } from 'vitest'
import { nextTry } from './next-try.ts'

const at = new Date('2026-11-24T09:00:00Z')
const ended = (minutesAgo: number) => new Date(at.getTime() - minutesAgo * 60_000)
const pause = (tries: number, minutesAgo: number) => {
  const next = nextTry({ endedAt: ended(minutesAgo), tries }, at)
  return next && (next.getTime() - at.getTime()) / 1000
}

test('unnamed attendees are asked for again after ten seconds, then less often, down to every five minutes', () => {
  expect([1, 2, 3, 4, 5, 6, 50].map((tries) => pause(tries, 1))).toEqual([10, 20, 40, 80, 160, 300, 300])
})

test('a session that ended long ago is given up after five tries, a fresh one not before a quarter of an hour', () => {
  expect([4, 5].map((tries) => pause(tries, 10_000))).toEqual([80, null])
  expect([pause(50, 15), pause(50, 16)]).toEqual([300, null])
})
