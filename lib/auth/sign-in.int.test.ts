import { describe, expect, test } from 'vitest'
import { db, inTransaction } from '#lib/db/client.ts'
import { env, setEnv } from '#lib/env.ts'
import { setGotoFetch } from '#lib/goto/transport.ts'
import { countWaiting } from '#lib/testing/count-waiting.ts'
import { errorOf, expectNobody, freePort, openDoor, pinnedAccount } from '#lib/testing/open-door.ts'

const door = openDoor()

describe('signing in with GoTo', () => {
  test('the first administrator to connect pins the account and becomes administrator', async () => {
    const visitor = door.newVisitor()
    expect((await visitor.signInAtGoto('adam@example.com', '/meetings?q=a')).href).toBe(`${env().appUrl}/meetings?q=a`)
    const { body } = await visitor.call('GET', '/api/me')
    expect(body).toMatchObject({ email: 'adam@example.com', via: 'goto', isAdministrator: true, connection: 'active' })
    expect(await db().setting.findUnique({ where: { key: 'goto.account' } })).toMatchObject({ value: pinnedAccount })
    expect(await actionsOf('done')).toEqual(['account.pin', 'connection.keep', 'sign-in'])
  })

  test('no part of the grant is readable in the database', async () => {
    const visitor = door.newVisitor()
    await visitor.signInAtGoto('adam@example.com')
    const [row] = await db().connection.findMany()
    expect(row?.accessToken).toMatch(/^k1\./)
    expect(row?.refreshToken).toMatch(/^k1\./)
    const { body } = await visitor.call('GET', '/api/connections')
    expect(JSON.stringify(body)).not.toMatch(/token/i)
    expect(body).toMatchObject({ connection: { accountKey: pinnedAccount, status: 'active', isAdministrator: true } })
  })

  test('a person from another account is turned away and leaves no row', async () => {
    setEnv({ gotoAccountKey: pinnedAccount })
    const visitor = door.newVisitor()
    expect(await errorOf(visitor.signInAtGoto('frida@elsewhere.example'))).toBe('foreign_account')
    await expectNobody(visitor)
    expect(await actionsOf('denied')).toEqual(['sign-in'])
  })

  describe('when GoTo does not name a person’s account', () => {
    /** GoTo as it answers a token without the Admin scope, with no account in the profile (goto-api.md 17.3). */
    function nameNoAccount(email: string): void {
      setGotoFetch(async (request) => {
        const { pathname } = new URL(request.url)
        const reply = await door.sandbox().fetch(request)
        if (pathname === '/admin/rest/v1/me' && (await isOf(reply.clone(), email)))
          return Response.json({ errors: [{ code: 'not.authenticated' }] }, { status: 401 })
        if (pathname !== '/identity/v1/Users/me' || !(await isOf(reply.clone(), email))) return reply
        const { accounts: _, ...profile } = (await reply.json()) as Record<string, unknown>
        return Response.json(profile)
      })
    }

    async function isOf(reply: Response, email: string): Promise<boolean> {
      return (await reply.text()).includes(email)
    }

    test('it follows from what they planned', async () => {
      setEnv({ gotoAccountKey: pinnedAccount })
      nameNoAccount('olivia@example.com')
      expect((await door.newVisitor().signInAtGoto('olivia@example.com')).pathname).toBe('/')
      expect(await db().connection.findMany()).toMatchObject([{ accountKey: pinnedAccount, isAdministrator: false }])
    })

    test('with nothing planned, nobody is assumed to be the company’s', async () => {
      setEnv({ gotoAccountKey: pinnedAccount })
      nameNoAccount('frida@elsewhere.example')
      const visitor = door.newVisitor()
      expect(await errorOf(visitor.signInAtGoto('frida@elsewhere.example'))).toBe('account_unknown')
      await expectNobody(visitor)
    })
  })

  test('before an account is pinned, only ADMIN_EMAILS can sign in', async () => {
    const visitor = door.newVisitor()
    expect(await errorOf(visitor.signInAtGoto('olivia@example.com'))).toBe('not_set_up')
    await expectNobody(visitor)
  })

  test('two administrators connecting at once pin one account', async () => {
    setEnv({ adminEmails: ['adam@example.com', 'olivia@example.com'] })
    const visitors = ['adam@example.com', 'olivia@example.com'].map(async (email) =>
      door.newVisitor().signInAtGoto(email),
    )
    for (const place of await Promise.all(visitors)) expect(place.searchParams.get('error')).toBeNull()
    expect(await db().setting.count()).toBe(1)
    expect(await db().auditEntry.count({ where: { action: 'account.pin' } })).toBe(1)
  })

  test('one person in three browsers at once is one person with one grant', async () => {
    setEnv({ gotoAccountKey: pinnedAccount })
    const visitors = [door.newVisitor(), door.newVisitor(), door.newVisitor()]
    const places = await Promise.all(visitors.map((visitor) => visitor.signInAtGoto('olivia@example.com')))
    expect(places.map(({ pathname }) => pathname)).toEqual(['/', '/', '/'])
    expect(await db().person.count()).toBe(1)
    expect(await db().connection.count()).toBe(1)
    expect(await db().portalSession.count()).toBe(3)
  })

  test('an admin role at GoTo makes an administrator, its absence does not', async () => {
    setEnv({ gotoAccountKey: pinnedAccount, adminEmails: [] })
    const [adam, olivia] = [door.newVisitor(), door.newVisitor()]
    await adam.signInAtGoto('adam@example.com')
    await olivia.signInAtGoto('olivia@example.com')
    expect((await adam.call('GET', '/api/me')).body).toMatchObject({ isAdministrator: true })
    expect((await olivia.call('GET', '/api/me')).body).toMatchObject({ isAdministrator: false })
    expect((await olivia.call('GET', '/api/settings')).status).toBe(403)
    expect(await db().auditEntry.findMany({ where: { outcome: 'denied' } })).toMatchObject([
      { actorKind: 'user', action: 'request', details: { method: 'GET', path: '/api/settings' } },
    ])
  })

  test('declining at GoTo returns with a reason', async () => {
    const visitor = door.newVisitor()
    const callback = await visitor.allowAtGoto(await visitor.begin('goto'), 'adam@example.com', 'deny')
    expect(await errorOf(visitor.arrive(callback))).toBe('access_denied')
  })

  test('an outage at GoTo returns with a reason', async () => {
    const visitor = door.newVisitor()
    const callback = await visitor.allowAtGoto(await visitor.begin('goto'), 'adam@example.com')
    door.sandbox().fault('token', 503)
    expect(await errorOf(visitor.arrive(callback))).toBe('unavailable')
    await expectNobody(visitor)
  })

  test('the authorize address carries state and an S256 challenge, and no scope unless one is set', async () => {
    const address = await door.newVisitor().begin('goto')
    expect(address.searchParams.get('code_challenge_method')).toBe('S256')
    expect(address.searchParams.get('state')).toMatch(/^[\w-]{22,}$/)
    expect(address.searchParams.get('redirect_uri')).toBe(`${env().appUrl}/api/auth/callback/goto`)
    expect(address.searchParams.has('scope')).toBe(false)
    setEnv({ gotoScopes: 'collab: identity:' })
    expect((await door.newVisitor().begin('goto')).searchParams.get('scope')).toBe('collab: identity:')
  })
})

describe('signing in with the company', () => {
  test('an employee without GoTo can sign in', async () => {
    const visitor = door.newVisitor()
    expect((await visitor.signInAtCompany('erin@example.com')).pathname).toBe('/')
    expect((await visitor.call('GET', '/api/me')).body).toMatchObject({
      name: 'Erin Walsh',
      via: 'company',
      roles: ['employee'],
      isAdministrator: false,
      connection: 'none',
    })
  })

  test('an outage of the company’s sign-in returns with a reason', async () => {
    const visitor = door.newVisitor()
    setEnv({ oidcIssuer: `http://127.0.0.1:${await freePort()}` })
    expect((await visitor.begin('company')).searchParams.get('error')).toBe('unavailable')
  })

  test.each([['company first'], ['GoTo first']])('both ways lead to one person, %s', async (order) => {
    setEnv({ gotoAccountKey: pinnedAccount })
    const [first, second] = [door.newVisitor(), door.newVisitor()]
    if (order === 'company first') {
      await first.signInAtCompany('olivia@example.com')
      await second.signInAtGoto('olivia@example.com')
    } else {
      await first.signInAtGoto('olivia@example.com')
      await second.signInAtCompany('olivia@example.com')
    }
    const [a, b] = await Promise.all([first.call('GET', '/api/me'), second.call('GET', '/api/me')])
    expect((a.body as { personId: string }).personId).toBe((b.body as { personId: string }).personId)
    expect(await db().person.count()).toBe(1)
  })

  test.each([
    ['company', 'company'],
    ['company', 'goto'],
    ['goto', 'goto'],
  ] as const)('two tabs of one browser, %s and %s, both end where they wanted to go', async (first, second) => {
    setEnv({ gotoAccountKey: pinnedAccount })
    for (const isReversed of [false, true]) {
      const visitor = door.newVisitor()
      const finish = async (way: 'company' | 'goto', authorize: URL) =>
        visitor.arrive(
          way === 'goto'
            ? await visitor.allowAtGoto(authorize, 'olivia@example.com')
            : await visitor.pickAtCompany(authorize, 'olivia@example.com'),
        )
      const tabs = [
        { way: first, authorize: await visitor.begin(first, '/history'), wanted: '/history' },
        { way: second, authorize: await visitor.begin(second, '/settings'), wanted: '/settings' },
      ]
      for (const { way, authorize, wanted } of isReversed ? tabs.toReversed() : tabs)
        expect((await finish(way, authorize)).href).toBe(`${env().appUrl}${wanted}`)
      // Nothing of a sign-in outlives it.
      expect([...visitor.jar.keys()].filter((name) => /signin-(return|pkce|state|nonce)/.test(name))).toEqual([])
    }
  })

  test('of sign-ins that are begun and left, the last four can be ended, and the cookies of no more are kept', async () => {
    setEnv({ gotoAccountKey: pinnedAccount })
    const visitor = door.newVisitor()
    const begun: URL[] = []
    for (let nth = 0; nth < 6; nth += 1) begun.push(await visitor.begin('goto', '/history'))
    expect([...visitor.jar.keys()].filter((name) => name.includes('signin-state'))).toHaveLength(4)
    const [, second, third] = begun as [URL, URL, URL]
    expect(await errorOf(visitor.arrive(await visitor.allowAtGoto(second, 'olivia@example.com')))).toBe('state')
    const place = await visitor.arrive(await visitor.allowAtGoto(third, 'olivia@example.com'))
    expect(place.pathname).toBe('/history')
  })

  test('both ways at the same moment lead to one person', async () => {
    setEnv({ gotoAccountKey: pinnedAccount })
    await Promise.all([
      door.newVisitor().signInAtCompany('mara@example.com'),
      door.newVisitor().signInAtGoto('mara@example.com'),
      door.newVisitor().signInAtCompany('mara@example.com'),
    ])
    expect(await db().person.count()).toBe(1)
    expect(await db().identity.count()).toBe(2)
  })

  test('a disabled person is kept out', async () => {
    const visitor = door.newVisitor()
    await visitor.signInAtCompany('erin@example.com')
    await db().person.updateMany({ data: { disabledAt: new Date() } })
    expect(await errorOf(door.newVisitor().signInAtCompany('erin@example.com'))).toBe('disabled')
  })

  test('a sign-in while somebody is being disabled waits for it, and is kept out', async () => {
    await door.newVisitor().signInAtCompany('erin@example.com')
    const [disabled, entered] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const disabling = inTransaction(async (tx) => {
      await tx.person.updateMany({ data: { disabledAt: new Date() } })
      disabled.resolve()
      await entered.promise
    })
    await disabled.promise
    const late = door.newVisitor().signInAtCompany('erin@example.com')
    await Promise.race([
      late,
      expect
        .poll(countWaiting, { timeout: 3_000 })
        .toBe(1)
        .catch(() => undefined),
    ])
    entered.resolve()
    await disabling
    expect(await errorOf(late)).toBe('disabled')
  })
})

async function actionsOf(outcome: string): Promise<string[]> {
  const entries = await db().auditEntry.findMany({ where: { outcome }, orderBy: { id: 'asc' } })
  return entries.map(({ action }) => action)
}
