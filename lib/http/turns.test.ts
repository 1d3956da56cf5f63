import { expect, test } from 'vitest'
import type { PersonActor } from '#lib/auth/actor.ts'
import { inTurnOf, turnOf } from './turns.ts'

/** Runs that end when told to, and which of them have begun. */
function runs(personId: string, count: number) {
  const begun: number[] = []
  const ends: (() => void)[] = []
  const all = Array.from({ length: count }, (_, nth) =>
    inTurnOf(personId, async () => {
      begun.push(nth)
      await new Promise<void>((resolve) => ends.push(resolve))
      return nth
    }),
  )
  return { begun, ends, all }
}

const settled = () => new Promise((resolve) => setImmediate(resolve))

test('of a person’s many searches two run at once, in order, and nobody else waits for them', async () => {
  const mine = runs('olivia', 5)
  const others = runs('erin', 1)
  await settled()
  expect([mine.begun, others.begun]).toEqual([[0, 1], [0]])
  others.ends[0]?.()
  for (let nth = 0; nth < 5; nth += 1) {
    mine.ends[nth]?.()
    await settled()
  }
  expect(await Promise.all(mine.all)).toEqual([0, 1, 2, 3, 4])
  expect(mine.begun).toEqual([0, 1, 2, 3, 4])
})

test('a further part of what has begun waits however many do', async () => {
  const flood = runs('kim', 32)
  const part = inTurnOf('kim', async () => 'part', true)
  for (let nth = 0; nth < 32; nth += 1) {
    await settled()
    flood.ends[nth]?.()
  }
  expect(await part).toBe('part')
  await Promise.all(flood.all)
})

test('more than can wait are refused with a sentence, and a failure lets the next one run', async () => {
  const flood = runs('sam', 33)
  await expect(flood.all[32]).rejects.toMatchObject({ code: 'rate_limited', retryAfterSeconds: 1 })
  for (let nth = 0; nth < 32; nth += 1) {
    flood.ends[nth]?.()
    await settled()
  }
  expect(await Promise.all(flood.all.slice(0, 32))).toHaveLength(32)
  await expect(inTurnOf('sam', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await inTurnOf('sam', () => 'next')).toBe('next')
})

test('all programs of a person wait in one line, which is not that of their pages', async () => {
  const standing = { isAdministrator: false, organizerIds: [], organizerKeys: [], groupIds: [], managedGroupIds: [] }
  const program = (tokenId: string): PersonActor => ({
    kind: 'token',
    tokenId,
    personId: 'tom',
    scopes: [],
    ...standing,
  })
  const begun: string[] = []
  const ends: (() => void)[] = []
  const all = ['a', 'b', 'c'].map((tokenId) =>
    turnOf(program(tokenId))(async () => {
      begun.push(tokenId)
      await new Promise<void>((resolve) => ends.push(resolve))
    }),
  )
  expect(await inTurnOf('tom', () => 'page')).toBe('page')
  expect(begun).toEqual(['a', 'b'])
  for (let nth = 0; nth < 3; nth += 1) {
    ends[nth]?.()
    await settled()
  }
  await Promise.all(all)
  expect(begun).toEqual(['a', 'b', 'c'])
})
