import { expect, test } from 'vitest'
import type { UserActor } from '#lib/auth/actor.ts'
import { limitSaving } from './limit-saving.ts'

const person = (personId: string) => ({ kind: 'user', personId }) as UserActor

test('one person saves two meetings at once but no third until one is done or has failed', async () => {
  const fails = Promise.withResolvers<string>()
  const saves = Promise.withResolvers<string>()
  const first = limitSaving(person('a'), () => fails.promise)
  const second = limitSaving(person('a'), () => saves.promise)
  const third = () => limitSaving(person('a'), async () => 'third')
  await expect(third()).rejects.toMatchObject({ code: 'rate_limited', retryAfterSeconds: 2 })
  expect(await limitSaving(person('b'), async () => 'of somebody else')).toBe('of somebody else')
  fails.reject(new Error('broken'))
  await expect(first).rejects.toThrow('broken')
  expect(await third()).toBe('third')
  saves.resolve('second')
  expect(await second).toBe('second')
})
