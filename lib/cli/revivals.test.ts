import { expect, test } from 'vitest'
import { countRevivals } from './revivals.ts'

const minute = 60_000

test('a program that dies once too often within the time is given up on', () => {
  expect(judge([0, 1, 2, 3, 4, 5].map((nth) => nth * minute))).toEqual([...Array(5).fill('go on'), 'give up'])
})

test('one that dies now and then over months is restarted every time', () => {
  expect(new Set(judge(Array.from({ length: 100 }, (_, nth) => nth * 3 * minute)))).toEqual(new Set(['go on']))
})

test('the pause doubles from a fifth of a second to five seconds, and is short again after a long quiet spell', () => {
  const revivals = countRevivals({ most: 10, withinMs: minute })
  const pauses = [0, 1, 2, 3, 4, 5, 6, 2 * minute].map((atMs) => {
    revivals.noteAndJudge(atMs)
    return revivals.pauseMs()
  })
  expect(pauses).toEqual([200, 400, 800, 1600, 3200, 5000, 5000, 200])
})

test('a death it could not help never counts, but lengthens the pause', () => {
  const revivals = countRevivals({ most: 1, withinMs: minute })
  const verdicts = Array.from({ length: 20 }, (_, nth) => revivals.noteAndJudge(nth, true))
  expect(new Set(verdicts)).toEqual(new Set(['go on']))
  expect(revivals.pauseMs()).toBe(5_000)
  expect([20, 21].map((atMs) => revivals.noteAndJudge(atMs))).toEqual(['go on', 'give up'])
})

function judge(deaths: number[]) {
  const revivals = countRevivals({ most: 5, withinMs: 10 * minute })
  return deaths.map((atMs) => revivals.noteAndJudge(atMs))
}
