import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { inTurn } from './in-turn.ts'

test('all get done, four at once', async () => {
  let running = 0
  let most = 0
  const done = await inTurn([1, 2, 3, 4, 5, 6, 7, 8, 9], async (item) => {
    running += 1
    most = Math.max(most, running)
    await setImmediate()
    running -= 1
    return item * 2
  })
  expect(done.sort((a, b) => a - b)).toEqual([2, 4, 6, 8, 10, 12, 14, 16, 18])
  expect(most).toBe(4)
})

test('a failure is thrown once all work has stopped', async () => {
  const ended: number[] = []
  const work = inTurn([1, 2, 3, 4, 5, 6], async (item) => {
    await setImmediate()
    if (item === 1) throw new Error('The first failed.')
    await setImmediate()
    ended.push(item)
  })
  await expect(work).rejects.toThrow('The first failed.')
  expect(ended.sort()).toEqual([2, 3, 4, 5, 6])
})
