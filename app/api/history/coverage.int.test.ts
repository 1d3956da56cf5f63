import { afterEach, beforeEach, expect, test } from 'vitest'
import type { UserActor } from '#lib/auth/actor.ts'
import { db } from '#lib/db/client.ts'
import { listHistory } from '#lib/history/list/list-history.ts'
import { type TestPortal, testPortal } from '#lib/testing/portal.ts'

let portal: TestPortal
let adam: UserActor

beforeEach(async () => {
  portal = await testPortal()
  adam = portal.adam
})
afterEach(() => portal.close())

async function personOf(email: string): Promise<string> {
  return (await db().organizer.findFirstOrThrow({ where: { email } })).personId
}

test('an organizer who is gone makes nothing old, and a past period that was fully read never becomes old', async () => {
  const [olivia, mara] = [await personOf('olivia@example.com'), await personOf('mara@example.com')]
  const both = { organizer: `${olivia},${mara}` }
  await listHistory(adam, both)
  await db().organizer.updateMany({ where: { personId: mara }, data: { goneAt: portal.sandbox.now() } })
  portal.pass(3 * 24 * 60)
  const now = portal.sandbox.now().toISOString()
  const open = await listHistory(adam, both)
  expect(open).toMatchObject({ asOf: now, coverage: { organizers: 1, read: 1, isReading: false } })
  expect(open.items.some(({ organizer }) => organizer.email === 'mara@example.com')).toBe(true)

  portal.sandbox.fault('*', 503, { count: 1_000, retryAfterSeconds: 600 })
  portal.pass(24 * 60)
  const later = portal.sandbox.now().toISOString()
  const past = await listHistory(adam, { organizer: olivia, from: '2026-11-01', to: '2026-11-20' })
  expect(past).toMatchObject({ asOf: later, coverage: { organizers: 1, read: 1, missing: [] } })
  expect(await listHistory(adam, { organizer: olivia })).toMatchObject({
    asOf: now,
    coverage: { read: 0, missing: ['Olivia Marsh'] },
  })
})

test('an end alone means the thirty days before it', async () => {
  const olivia = await db().organizer.findFirstOrThrow({ where: { email: 'olivia@example.com' } })
  const starts = ['2026-08-31T23:59:59Z', '2026-09-01T00:00:00Z', '2026-09-30T23:59:59Z', '2026-10-01T00:00:00Z']
  await db().session.createMany({
    data: starts.map((text, nth) => ({
      accountKey: olivia.accountKey,
      organizerId: olivia.id,
      gotoMeetingId: 111_222_330n + BigInt(nth),
      subject: text,
      kind: 'room',
      startedAt: new Date(text),
      endedAt: new Date(Date.parse(text) + 600_000),
      readAt: portal.sandbox.now(),
    })),
  })
  const { coverage, items } = await listHistory(adam, {
    organizer: olivia.personId,
    to: '2026-09-30',
    zone: 'UTC',
  })
  expect(coverage).toMatchObject({ from: '2026-09-01T00:00:00.000Z', to: '2026-10-01T00:00:00.000Z', read: 1 })
  expect(items.map(({ subject }) => subject)).toEqual([starts[2], starts[1]])
})
