import { afterAll, beforeAll, expect, test } from 'vitest'
import { db, inTransaction } from '#lib/db/client.ts'
import { countWaiting } from '#lib/testing/count-waiting.ts'
import { type TestPortal, testPortal } from '#lib/testing/portal.ts'
import { disconnect } from './disconnect.ts'

let portal: TestPortal

beforeAll(async () => {
  portal = await testPortal()
})

afterAll(() => portal.close())

test('two presses at once disconnect once, and neither is an error', async () => {
  const adam = await portal.connected('adam@example.com')
  const deleted = Promise.withResolvers<void>()
  const waits = Promise.withResolvers<void>()
  const first = inTransaction(async (tx) => {
    await tx.connection.delete({ where: { personId: adam.personId } })
    deleted.resolve()
    await waits.promise
  })
  await deleted.promise
  const second = disconnect(adam)
  await expect.poll(countWaiting).toBe(1)
  waits.resolve()
  await Promise.all([first, second])
  expect(await db().connection.count()).toBe(0)
  expect(await db().auditEntry.count({ where: { action: 'connection.forget' } })).toBe(0)
})
