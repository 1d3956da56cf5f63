import { describe, expect, test } from 'vitest'
import { env } from '#lib/env.ts'
import type { Visitor } from '#lib/testing/door.ts'
import { errorOf, expectNobody, openDoor } from '#lib/testing/open-door.ts'

const door = openDoor()

describe('a callback that is not the answer to this browser', () => {
  test('another browser’s state is refused', async () => {
    const [mine, theirs] = [door.newVisitor(), door.newVisitor()]
    await mine.begin('goto')
    const callback = await theirs.allowAtGoto(await theirs.begin('goto'), 'adam@example.com')
    expect(await errorOf(mine.arrive(callback))).toBe('state')
    await expectNobody(mine)
  })

  test('a tampered or missing state is refused', async () => {
    for (const change of [
      (url: URL) => url.searchParams.set('state', 'x'),
      (url: URL) => url.searchParams.delete('state'),
    ]) {
      const visitor = door.newVisitor()
      const callback = await visitor.allowAtGoto(await visitor.begin('goto'), 'adam@example.com')
      change(callback)
      expect(await errorOf(visitor.arrive(callback))).toBe('state')
      await expectNobody(visitor)
    }
  })

  test("another sign-in's PKCE verifier is refused by GoTo", async () => {
    const visitor = door.newVisitor()
    const callback = await visitor.allowAtGoto(await visitor.begin('goto'), 'adam@example.com')
    const other = door.newVisitor()
    await other.begin('goto')
    takeOver(visitor, other, 'signin-pkce')
    expect(await errorOf(visitor.arrive(callback))).toBe('state')
    await expectNobody(visitor)
  })

  test('a code works once', async () => {
    const visitor = door.newVisitor()
    const callback = await visitor.allowAtGoto(await visitor.begin('goto'), 'adam@example.com')
    const jar = new Map(visitor.jar)
    await visitor.arrive(callback)
    const again = door.newVisitor()
    for (const [name, value] of jar) again.jar.set(name, value)
    expect(await errorOf(again.arrive(callback))).toBe('state')
  })

  test('the company’s nonce is bound to the browser', async () => {
    const visitor = door.newVisitor()
    const callback = await visitor.pickAtCompany(await visitor.begin('company'), 'erin@example.com')
    const other = door.newVisitor()
    await other.begin('company')
    takeOver(visitor, other, 'signin-nonce')
    expect(await errorOf(visitor.arrive(callback))).toBe('state')
    await expectNobody(visitor)
  })

  test('one provider’s cookie is no good for the other', async () => {
    const visitor = door.newVisitor()
    const callback = await visitor.allowAtGoto(await visitor.begin('goto'), 'adam@example.com')
    const other = door.newVisitor()
    await other.begin('company')
    for (const name of ['signin-state', 'signin-pkce']) takeOver(visitor, other, name)
    expect(await errorOf(visitor.arrive(callback))).toBe('state')
  })

  test('a sign-in cannot be started from another site', async () => {
    const visitor = door.newVisitor()
    const { body } = await visitor.call('GET', '/api/auth/csrf')
    const fields = { csrfToken: (body as { csrfToken: string }).csrfToken, callbackUrl: '/' }
    const url = `${env().appUrl}/api/auth/signin/goto`
    const form = { method: 'POST', body: String(new URLSearchParams(fields)) }
    const type = { 'content-type': 'application/x-www-form-urlencoded' }
    const foreign = await visitor.fetch(url, { ...form, headers: { ...type, origin: 'https://evil.example' } })
    expect(foreign.status).toBe(403)
    const tokenless = await visitor.post(url, { callbackUrl: '/' })
    expect(tokenless.headers.get('location')).toBe(`${env().appUrl}/sign-in?error=state`)
  })

  test.each(['session', 'signout', '_log', 'verify-request'])('next-auth’s %s does not exist here', async (step) => {
    for (const method of ['GET', 'POST']) {
      expect(
        (await door.newVisitor().call(method, `/api/auth/${step}`, method === 'POST' ? {} : undefined)).status,
      ).toBe(404)
    }
  })
})

/** Puts the value that another browser has in a cookie into this one's. */
function takeOver(visitor: Visitor, other: Visitor, name: string): void {
  const [mine, theirs] = [visitor, other].map(({ jar }) => [...jar].find(([key]) => key.includes(name)))
  if (!mine || !theirs) throw new Error(`Nobody has a cookie ${name}.`)
  visitor.jar.set(mine[0], theirs[1])
}
