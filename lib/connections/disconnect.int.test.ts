import { afterAll, beforeAll, expect, test } from 'vitest'
import { db, inTransaction } from '#lib/db/client.ts'
import { setGotoFetch } from '#lib/goto/transport.ts'
import { countWaiting } from '#lib/testing/count-waiting.ts'
import { type TestPortal, testPortal } from '#lib/testing/portal.ts'
import { disconnect } from './disconnect.ts'
import { freshToken } from './fresh-token.ts'
import { openToken } from './secrets.ts'

let portal: TestPortal

beforeAll(async () => {
  portal = await testPortal()
})

afterAll(() => portal.close())

test('two clicks at once disconnect once, and neither is an error', async () => {
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

test('the grant ends at GoTo too: neither of its tokens works there', async () => {
  const olivia = await portal.connected('olivia@example.com')
  const { accessToken, refreshToken } = await tokensOf(olivia.personId)
  expect(await isGood(accessToken)).toBe(true)
  await disconnect(olivia)
  expect(await isGood(accessToken)).toBe(false)
  const basic = Buffer.from('foyer-demo:foyer-demo-secret').toString('base64')
  const reply = await portal.sandbox.fetch('https://auth.goto.test/oauth/token', {
    method: 'POST',
    headers: { authorization: `Basic ${basic}` },
    body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: refreshToken }),
  })
  expect([reply.status, await reply.json()]).toMatchObject([400, { error: 'invalid_grant' }])
})

test.each([503, 401, 'cut', 'html'] as const)('disconnecting works even when GoTo answers %s', async (answer) => {
  const olivia = await portal.connected('olivia@example.com')
  const { accessToken } = await tokensOf(olivia.personId)
  portal.sandbox.fault('revokeToken', answer, { count: 2 })
  await disconnect(olivia)
  expect(await db().connection.count({ where: { personId: olivia.personId } })).toBe(0)
  expect(await isGood(accessToken)).toBe(true)
})

test('tokens whose key is lost do not keep anybody connected', async () => {
  const olivia = await portal.connected('olivia@example.com')
  await db().connection.update({ where: { personId: olivia.personId }, data: { refreshToken: 'with another key' } })
  await disconnect(olivia)
  expect(await db().connection.count({ where: { personId: olivia.personId } })).toBe(0)
})

test('a grant that is being renewed while its person disconnects leaves no good token at GoTo', async () => {
  portal.sandbox.settings({ refresh: 'single-use' })
  const olivia = await portal.connected('olivia@example.com')
  const { id } = await db().connection.findUniqueOrThrow({ where: { personId: olivia.personId } })
  const bad = (await tokensOf(olivia.personId)).accessToken
  const asked = Promise.withResolvers<void>()
  const answered = Promise.withResolvers<void>()
  let renewed = ''
  setGotoFetch(async (request) => {
    const reply = await portal.sandbox.fetch(request)
    if (new URL(request.url).pathname !== '/oauth/token') return reply
    renewed = ((await reply.clone().json()) as { access_token: string }).access_token
    asked.resolve()
    await answered.promise
    return reply
  })
  try {
    const renewing = freshToken(id, bad)
    await asked.promise
    await disconnect(olivia)
    answered.resolve()
    await expect(renewing).rejects.toMatchObject({ code: 'not_connected' })
  } finally {
    setGotoFetch((request) => portal.sandbox.fetch(request))
  }
  expect(renewed).not.toBe('')
  expect(await isGood(renewed)).toBe(false)
})

async function tokensOf(personId: string) {
  const row = await db().connection.findUniqueOrThrow({ where: { personId } })
  return {
    accessToken: openToken(row.id, 'access_token', row.accessToken),
    refreshToken: openToken(row.id, 'refresh_token', row.refreshToken ?? ''),
  }
}

async function isGood(accessToken: string): Promise<boolean> {
  const headers = { authorization: `Bearer ${accessToken}` }
  const reply = await portal.sandbox.fetch('https://api.goto.test/G2M/rest/upcomingMeetings', { headers })
  return reply.status === 200
}
