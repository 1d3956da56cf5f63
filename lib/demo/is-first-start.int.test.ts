import { afterAll, beforeAll, expect, test } from 'vitest'
import { disconnect } from '#lib/connections/disconnect.ts'
import { lendConnection } from '#lib/connections/lend-connection.ts'
import { databaseUrl } from '#lib/db/address.ts'
import { type UnreadPortal, unreadPortal } from '#lib/testing/portal.ts'
import { isFirstStart } from './is-first-start.ts'

let portal: UnreadPortal

beforeAll(async () => {
  portal = await unreadPortal()
})
afterAll(() => portal.close())

test('the first start is the one before anybody ever lent a grant, even one since taken back', async () => {
  expect(await isFirstStart(databaseUrl())).toBe(true)
  const adam = await portal.connected('adam@example.com')
  expect(await isFirstStart(databaseUrl())).toBe(true)
  await lendConnection(adam, { isLent: true })
  expect(await isFirstStart(databaseUrl())).toBe(false)
  await lendConnection(adam, { isLent: false })
  expect(await isFirstStart(databaseUrl())).toBe(false)
  await disconnect(adam)
  expect(await isFirstStart(databaseUrl())).toBe(false)
})
