import { expect, test } from 'vitest'
import { stampedCache } from './stamped-cache.ts'

test('a value is made once per stamp, however many ask at once', async () => {
  const cache = stampedCache<number>(10)
  let made = 0
  const make = async () => {
    made += 1
    return made
  }
  expect(await Promise.all([cache('a', '1', make), cache('a', '1', make)])).toEqual([1, 1])
  expect(await cache('a', '2', make)).toBe(2)
  expect(await cache('b', '2', make)).toBe(3)
})

test('a failure is not kept', async () => {
  const cache = stampedCache<number>(10)
  await expect(cache('a', '1', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await cache('a', '1', async () => 7)).toBe(7)
})

test('the least recently used key goes first', async () => {
  const cache = stampedCache<string>(2)
  const old = async () => 'old'
  await cache('a', '1', old)
  await cache('b', '1', old)
  await cache('a', '1', old)
  await cache('c', '1', old)
  expect(await cache('a', '1', async () => 'new')).toBe('old')
  expect(await cache('b', '1', async () => 'new')).toBe('new')
})

test('the cache never exceeds its weight, and the newest stays', async () => {
  const cache = stampedCache<string>(100, { of: (text) => text.length, most: 10 })
  await cache('a', '1', async () => 'xxxx')
  await cache('b', '1', async () => 'xxxx')
  await cache('a', '1', async () => 'never made')
  await cache('c', '1', async () => 'xxxx')
  expect(await cache('a', '1', async () => 'new')).toBe('xxxx')
  expect(await cache('c', '1', async () => 'new')).toBe('xxxx')
  expect(await cache('b', '1', async () => 'new')).toBe('new')
})
