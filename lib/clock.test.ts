import { afterEach, expect, test, vi } from 'vitest'
import { serverNow } from '#lib/http/api.ts'
import { followClock, now, setClock, stopFollowing } from './clock.ts'

afterEach(() => {
  stopFollowing()
  setClock(null)
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('a followed clock is right however long its answer takes', async () => {
  vi.useFakeTimers({ now: new Date('2026-11-24T09:00:00Z'), toFake: ['Date'] })
  vi.stubGlobal('fetch', async () => {
    // Two seconds on the way: it read the clock half-way through.
    vi.setSystemTime(new Date('2026-11-24T09:00:02Z'))
    return Response.json({ now: '2027-03-28T00:50:01.000Z' })
  })
  await followClock('http://clock.test')
  expect(now().toISOString()).toBe('2027-03-28T00:50:02.000Z')
  vi.setSystemTime(new Date('2026-11-24T09:10:02Z'))
  expect(now().toISOString()).toBe('2027-03-28T01:00:02.000Z')
})

test('a server-rendered page shows the product’s time', () => {
  setClock(() => new Date('2027-03-28T00:50:00Z'))
  expect(serverNow().toISOString()).toBe('2027-03-28T00:50:00.000Z')
})

test('a clock that gives no time is not followed', async () => {
  vi.stubGlobal('fetch', async () => Response.json({ now: 'soon' }))
  await expect(followClock('http://clock.test')).rejects.toThrow('did not answer with a time')
})
