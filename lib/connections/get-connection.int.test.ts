import { afterAll, beforeAll, expect, test } from 'vitest'
import { setClock } from '#lib/clock.ts'
import { getMe } from '#lib/people/get-me.ts'
import { type TestPortal, testPortal } from '#lib/testing/portal.ts'
import { getConnection } from './get-connection.ts'

let portal: TestPortal

beforeAll(async () => {
  portal = await testPortal()
})

afterAll(() => portal.close())

test('an expired grant is shown as ended from that instant on, even if nobody has used it since', async () => {
  const adam = await portal.connected('adam@example.com')
  const { connection } = await getConnection(adam)
  expect(connection).toMatchObject({ status: 'active', revokedAt: null })
  const end = new Date(connection?.grantEndsAt ?? '')
  setClock(() => new Date(end.getTime() - 1))
  expect((await getConnection(adam)).connection).toMatchObject({ status: 'active', revokedAt: null })
  expect(await getMe(adam)).toMatchObject({ connection: 'active' })
  setClock(() => end)
  expect((await getConnection(adam)).connection).toMatchObject({ status: 'revoked', revokedAt: end.toISOString() })
  expect(await getMe(adam)).toMatchObject({ connection: 'revoked' })
})
