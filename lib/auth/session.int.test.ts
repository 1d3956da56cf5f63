import { describe, expect, test } from 'vitest'
import { db } from '#lib/db/client.ts'
import { env, setEnv } from '#lib/env.ts'
import { openDoor } from '#lib/testing/open-door.ts'

const door = openDoor()

describe('the session', () => {
  test('is new at each sign-in, and the browser’s old one ends', async () => {
    const visitor = door.newVisitor()
    await visitor.signInAtCompany('erin@example.com')
    const name = `foyer-${new URL(env().appUrl).port}`
    const first = visitor.cookie(name) ?? ''
    await visitor.signInAtCompany('erin@example.com')
    const second = visitor.cookie(name) ?? ''
    expect(second).not.toBe(first)
    // 256 bits as base64url, and the database does not hold it.
    expect(second).toMatch(/^[\w-]{43}$/)
    expect(await db().portalSession.count({ where: { tokenHash: { in: [first, second] } } })).toBe(0)
    const thief = door.newVisitor()
    thief.jar.set(`localhost ${name}`, first)
    expect((await thief.call('GET', '/api/me')).status).toBe(401)
  })

  test('logging off clears this browser and leaves the others alone', async () => {
    const [here, there] = [door.newVisitor(), door.newVisitor()]
    await here.signInAtCompany('erin@example.com')
    await there.signInAtCompany('erin@example.com')
    const { status, headers } = await here.call('DELETE', '/api/sessions/current')
    expect(status).toBe(204)
    expect(headers.get('clear-site-data')).toBe('"cache", "storage"')
    expect(here.cookie(`foyer-${new URL(env().appUrl).port}`)).toBeUndefined()
    expect((await here.call('GET', '/api/me')).status).toBe(401)
    expect((await there.call('GET', '/api/sessions')).body).toMatchObject({
      items: [{ isCurrent: true, via: 'company' }],
    })
  })

  test('logging off everywhere ends all my sessions and nobody else’s', async () => {
    const [here, there, olivia] = [door.newVisitor(), door.newVisitor(), door.newVisitor()]
    await here.signInAtCompany('erin@example.com')
    await there.signInAtCompany('erin@example.com')
    await olivia.signInAtCompany('olivia@example.com')
    expect((await here.call('DELETE', '/api/sessions')).status).toBe(204)
    expect((await there.call('GET', '/api/me')).status).toBe(401)
    expect((await olivia.call('GET', '/api/me')).status).toBe(200)
  })

  test('somebody else’s session cannot be ended, nor told apart from an absent one', async () => {
    const [erin, olivia] = [door.newVisitor(), door.newVisitor()]
    await erin.signInAtCompany('erin@example.com')
    await olivia.signInAtCompany('olivia@example.com')
    const { id } = await db().portalSession.findFirstOrThrow({ where: { person: { email: 'olivia@example.com' } } })
    const foreign = await erin.call('DELETE', `/api/sessions/${id}`)
    const absent = await erin.call('DELETE', '/api/sessions/01976e8e-0000-7000-8000-000000000000')
    expect(foreign.status).toBe(404)
    expect({ ...(foreign.body as object), requestId: '' }).toEqual({ ...(absent.body as object), requestId: '' })
    expect((await olivia.call('GET', '/api/me')).status).toBe(200)
  })

  test('its cookie is HttpOnly, SameSite=Lax, Path=/ and has the port in its name on plain http', async () => {
    const visitor = door.newVisitor()
    const callback = await visitor.pickAtCompany(await visitor.begin('company'), 'erin@example.com')
    const response = await visitor.fetch(callback.href)
    const cookies = response.headers.getSetCookie()
    const port = new URL(env().appUrl).port
    const own = cookies.filter((cookie) => cookie.startsWith('foyer'))
    expect(own).toHaveLength(1)
    expect(own[0]).toMatch(new RegExp(`^foyer-${port}=[\\w-]{43}; Path=/; Expires=[^;]+; HttpOnly; SameSite=Lax$`))
    for (const cookie of cookies)
      expect(cookie).toMatch(new RegExp(`^(foyer|signin-\\w+)-${port}(\\.[\\w-]{12})?=.*HttpOnly; SameSite=Lax`))
  })

  test('over https every cookie is __Host- and Secure', async () => {
    setEnv({ appUrl: 'https://meet.example.com' })
    const visitor = door.newVisitor()
    const { headers, body } = await visitor.call('GET', '/api/auth/csrf')
    const { csrfToken } = body as { csrfToken: string }
    const begun = await visitor.post(`${env().appUrl}/api/auth/signin/goto`, { csrfToken, callbackUrl: '/' })
    expect([headers.getSetCookie().length, begun.headers.getSetCookie().length]).toEqual([1, 3])
    for (const cookie of [...headers.getSetCookie(), ...begun.headers.getSetCookie()])
      expect(cookie).toMatch(/^__Host-signin-\w+(\.[\w-]{12})?=[^;]+; .*Path=\/; .*HttpOnly; Secure; SameSite=Lax$/)
  })
})
