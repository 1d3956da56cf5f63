import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'

import type { UserActor } from '#lib/auth/actor.ts'
import { db } from '#lib/db/client.ts'
import { setGotoFetch } from '#lib/goto/transport.ts'
import { type UnreadPortal, unreadPortal } from '#lib/testing/portal.ts'
import { GET as me } from '../../app/api/me/route.ts'
import { gotoAs } from './goto-as.ts'

let portal: UnreadPortal
let olivia: UserActor

beforeEach(async () => {
  if (!portal) {
    portal = await unreadPortal()
    await portal.connected('adam@example.com')
  }
  olivia = await portal.connected('olivia@example.com')
})

afterEach(() => setGotoFetch((request) => portal.sandbox.fetch(request)))
afterAll(() => portal.close())

const upcoming = () => gotoAs(olivia, { lane: 'interactive' }).call('listUpcomingMeetings')

async function connection(): Promise<string> {
  return ((await (await me(portal.request(olivia, '/api/me'))).json()) as { connection: string }).connection
}

/** Refuses the token wherever it is used, except for renewing it. */
function refuseTokens(where: (path: string) => boolean): void {
  setGotoFetch((request) => {
    const { pathname } = new URL(request.url)
    if (pathname.startsWith('/oauth/') || !where(pathname)) return portal.sandbox.fetch(request)
    return Promise.resolve(
      Response.json({ int_err_code: 'InvalidToken', msg: 'Invalid token passed' }, { status: 403 }),
    )
  })
}

test('a grant whose renewed token GoTo refuses everywhere has ended, and everybody is told so', async () => {
  expect(await connection()).toBe('active')
  refuseTokens(() => true)
  await expect(upcoming()).rejects.toMatchObject({ code: 'not_connected' })
  expect(await connection()).toBe('revoked')
  const { id } = await db().connection.findUniqueOrThrow({ where: { personId: olivia.personId } })
  expect(await db().connection.findUnique({ where: { id } })).toMatchObject({ revokedBecause: 'token_refused' })
  expect(await db().auditEntry.count({ where: { action: 'connection.refused', subjectId: id } })).toBe(1)
})

test.each([401, 403] as const)(
  'one call that GoTo refuses with %i does not end a grant it accepts elsewhere',
  async (status) => {
    portal.sandbox.fault('listUpcomingMeetings', status, { count: 2 })
    await expect(upcoming()).rejects.toMatchObject({
      code: 'forbidden',
      message: expect.stringContaining('still accepts your connection'),
    })
    expect(await connection()).toBe('active')
    expect(await upcoming()).toBeTruthy()
  },
)

test('while nobody can be asked whether the grant is good, it stays', async () => {
  refuseTokens((path) => path.startsWith('/G2M/'))
  portal.sandbox.fault('getIdentityMe', 503, { count: 9 })
  await expect(upcoming()).rejects.toMatchObject({ code: 'not_connected' })
  expect(await connection()).toBe('active')
})
