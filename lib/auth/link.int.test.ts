import { describe, expect, test } from 'vitest'
import { now } from '#lib/clock.ts'
import { db, inTransaction } from '#lib/db/client.ts'
import { env, setEnv } from '#lib/env.ts'
import { rememberPerson } from '#lib/people/remember-person.ts'
import { companyOf } from '#lib/sandbox/seed/company.ts'
import type { Visitor } from '#lib/testing/door.ts'
import { errorOf, openDoor, pinnedAccount } from '#lib/testing/open-door.ts'
import { nextAuthOptions } from './next-auth-options.ts'
import { ceremonyMs } from './session-limits.ts'

const door = openDoor()

describe('linking a GoTo account', () => {
  test('with an intent, the grant becomes mine and I stay who I am', async () => {
    setEnv({ gotoAccountKey: pinnedAccount })
    const erin = door.newVisitor()
    await erin.signInAtCompany('erin@example.com')
    const before = (await erin.call('GET', '/api/me')).body as { personId: string }
    expect((await erin.call('POST', '/api/connections', {})).status).toBe(204)
    expect((await erin.signInAtGoto('mara@example.com', '/settings#goto')).pathname).toBe('/settings')
    expect((await erin.call('GET', '/api/me')).body).toMatchObject({
      personId: before.personId,
      via: 'company',
      connection: 'active',
    })
  })

  test('without it, a GoTo sign-in is a sign-in as somebody else', async () => {
    setEnv({ gotoAccountKey: pinnedAccount })
    const visitor = door.newVisitor()
    await visitor.signInAtCompany('erin@example.com')
    await visitor.signInAtGoto('mara@example.com')
    expect((await visitor.call('GET', '/api/me')).body).toMatchObject({ email: 'mara@example.com', via: 'goto' })
    const erin = await db().person.findFirstOrThrow({
      where: { email: 'erin@example.com' },
      include: { connection: true },
    })
    expect(erin.connection).toBeNull()
  })

  test('an intent works once, in the session that set it', async () => {
    setEnv({ gotoAccountKey: pinnedAccount })
    const [here, there] = [door.newVisitor(), door.newVisitor()]
    await here.signInAtCompany('erin@example.com')
    await there.signInAtCompany('erin@example.com')
    await here.call('POST', '/api/connections', {})
    await there.signInAtGoto('mara@example.com')
    expect((await there.call('GET', '/api/me')).body).toMatchObject({ email: 'mara@example.com' })
    await here.signInAtGoto('olivia@example.com')
    expect((await here.call('GET', '/api/me')).body).toMatchObject({ email: 'erin@example.com' })
    expect(await db().linkIntent.count()).toBe(0)
  })

  test('a sign-in that returns after its intent has expired does not turn me into somebody else', async () => {
    setEnv({ gotoAccountKey: pinnedAccount })
    const erin = door.newVisitor()
    await erin.signInAtCompany('erin@example.com')
    await erin.call('POST', '/api/connections', {})
    await db().linkIntent.updateMany({ data: { expiresAt: now() } })
    expect(await errorOf(erin.signInAtGoto('mara@example.com', '/settings#goto'), '/settings#goto')).toBe('state')
    expect((await erin.call('GET', '/api/me')).body).toMatchObject({ email: 'erin@example.com', connection: 'none' })
    expect(await db().person.count()).toBe(1)
    await erin.call('POST', '/api/connections', {})
    await erin.signInAtGoto('mara@example.com')
    expect((await erin.call('GET', '/api/me')).body).toMatchObject({ email: 'erin@example.com', connection: 'active' })
  })

  test('an intent lasts as long as a sign-in may take', async () => {
    const erin = door.newVisitor()
    await erin.signInAtCompany('erin@example.com')
    await erin.call('POST', '/api/connections', {})
    const { createdAt, expiresAt } = await db().linkIntent.findFirstOrThrow()
    expect(expiresAt.getTime() - createdAt.getTime()).toBe(ceremonyMs)
    const { cookies } = nextAuthOptions()
    expect(cookies?.state?.options.maxAge).toBe(ceremonyMs / 1000)
  })

  test('an account that somebody else uses stays theirs', async () => {
    setEnv({ gotoAccountKey: pinnedAccount })
    await door.newVisitor().signInAtGoto('mara@example.com')
    const erin = door.newVisitor()
    await erin.signInAtCompany('erin@example.com')
    await erin.call('POST', '/api/connections', {})
    expect(await errorOf(erin.signInAtGoto('mara@example.com', '/settings#goto'), '/settings#goto')).toBe('taken')
    expect((await erin.call('GET', '/api/me')).body).toMatchObject({ email: 'erin@example.com', connection: 'none' })
  })

  test('an account that Foyer knows as a colleague’s is refused, and nothing changes for the colleague', async () => {
    setEnv({ gotoAccountKey: pinnedAccount })
    const mara = await readAtGoto('mara@example.com')
    const olivia = door.newVisitor()
    await olivia.signInAtCompany('olivia@example.com')
    await olivia.call('POST', '/api/connections', {})
    const before = await everybody()
    expect(await errorOf(olivia.signInAtGoto('mara@example.com', '/settings#goto'), '/settings#goto')).toBe('taken')
    expect(await everybody()).toEqual(before)
    expect((await olivia.call('GET', '/api/me')).body).toMatchObject({
      email: 'olivia@example.com',
      connection: 'none',
    })
    const visitor = door.newVisitor()
    await visitor.signInAtGoto('mara@example.com')
    expect((await visitor.call('GET', '/api/me')).body).toMatchObject({ personId: mara, email: 'mara@example.com' })
  })

  test('an account whose address is a colleague’s is refused, known at GoTo or not', async () => {
    setEnv({ gotoAccountKey: pinnedAccount })
    await door.newVisitor().signInAtCompany('mara@example.com')
    const olivia = door.newVisitor()
    await olivia.signInAtCompany('olivia@example.com')
    await olivia.call('POST', '/api/connections', {})
    expect(await errorOf(olivia.signInAtGoto('mara@example.com', '/settings#goto'), '/settings#goto')).toBe('taken')
    expect(await db().identity.count({ where: { kind: 'goto' } })).toBe(0)
  })

  test('an account with my own address that was read at GoTo becomes mine', async () => {
    setEnv({ gotoAccountKey: pinnedAccount })
    await readAtGoto('olivia@example.com')
    const olivia = door.newVisitor()
    await olivia.signInAtCompany('olivia@example.com')
    await olivia.call('POST', '/api/connections', {})
    expect((await olivia.signInAtGoto('olivia@example.com', '/settings#goto')).pathname).toBe('/settings')
    expect(await db().person.count()).toBe(1)
  })

  test('disconnecting gives back an account with another address, and keeps one with my own', async () => {
    setEnv({ gotoAccountKey: pinnedAccount })
    const erin = door.newVisitor()
    await erin.signInAtCompany('erin@example.com')
    await connect(erin, 'mara@example.com')
    await readAtGoto('mara@example.com')
    await erin.call('DELETE', '/api/connections')
    const mara = door.newVisitor()
    await mara.signInAtGoto('mara@example.com')
    expect((await mara.call('GET', '/api/me')).body).toMatchObject({ email: 'mara@example.com' })
    expect(await db().organizer.count({ where: { person: { email: 'mara@example.com' } } })).toBe(1)

    const olivia = door.newVisitor()
    await olivia.signInAtCompany('olivia@example.com')
    await connect(olivia, 'olivia@example.com')
    await olivia.call('DELETE', '/api/connections')
    expect(await db().identity.count({ where: { person: { email: 'olivia@example.com' } } })).toBe(2)
  })

  test('connecting another account gives back the previous one', async () => {
    setEnv({ gotoAccountKey: pinnedAccount })
    const erin = door.newVisitor()
    await erin.signInAtCompany('erin@example.com')
    await connect(erin, 'mara@example.com')
    await connect(erin, 'olivia@example.com')
    const visitor = door.newVisitor()
    await visitor.signInAtGoto('mara@example.com')
    expect((await visitor.call('GET', '/api/me')).body).toMatchObject({ email: 'mara@example.com' })
  })

  test('declining at GoTo while connecting leads back to Settings, still signed in', async () => {
    setEnv({ gotoAccountKey: pinnedAccount })
    const erin = door.newVisitor()
    await erin.signInAtCompany('erin@example.com')
    await erin.call('POST', '/api/connections', {})
    const declined = await erin.allowAtGoto(await erin.begin('goto', '/settings#goto'), 'mara@example.com', 'deny')
    expect(await errorOf(erin.arrive(declined), '/settings#goto')).toBe('access_denied')
    expect((await erin.call('GET', '/api/me')).body).toMatchObject({ email: 'erin@example.com' })
  })

  test('declining leads back to where connecting began, and never to another site', async () => {
    setEnv({ gotoAccountKey: pinnedAccount })
    const erin = door.newVisitor()
    await erin.signInAtCompany('erin@example.com')
    for (const [from, to] of [
      ['/meetings/new?draft=abc', '/meetings/new?draft=abc&error=access_denied'],
      ['/history?q=x&error=state#list', '/history?q=x&error=access_denied#list'],
      ['/', '/?error=access_denied'],
      ['https://elsewhere.example/x', '/?error=access_denied'],
    ] as const) {
      await erin.call('POST', '/api/connections', {})
      const declined = await erin.allowAtGoto(await erin.begin('goto', from), 'mara@example.com', 'deny')
      const { origin, href } = await erin.arrive(declined)
      expect(href.slice(origin.length)).toBe(to)
      expect(origin).toBe(env().appUrl)
    }
  })

  test('declining without having asked to connect leads to the sign-in page', async () => {
    setEnv({ gotoAccountKey: pinnedAccount })
    const erin = door.newVisitor()
    await erin.signInAtCompany('erin@example.com')
    const declined = await erin.allowAtGoto(await erin.begin('goto'), 'mara@example.com', 'deny')
    expect(await errorOf(erin.arrive(declined))).toBe('access_denied')
  })

  test('disconnecting forgets the tokens, and only an administrator’s grant can be lent', async () => {
    setEnv({ gotoAccountKey: pinnedAccount })
    const [adam, olivia] = [door.newVisitor(), door.newVisitor()]
    await adam.signInAtGoto('adam@example.com')
    await olivia.signInAtGoto('olivia@example.com')
    expect((await olivia.call('PUT', '/api/connections', { isLent: true })).status).toBe(403)
    expect((await adam.call('PUT', '/api/connections', { isLent: true })).body).toMatchObject({
      connection: { lentAt: expect.any(String) },
    })
    expect((await adam.call('GET', '/api/settings')).body).toMatchObject({ lenders: [{ name: 'Adam Keller' }] })
    expect((await adam.call('DELETE', '/api/connections')).status).toBe(204)
    expect(await db().connection.count()).toBe(1)
    expect((await adam.call('GET', '/api/connections')).body).toMatchObject({ connection: null })
  })
})

async function connect(visitor: Visitor, email: string): Promise<void> {
  await visitor.call('POST', '/api/connections', {})
  expect((await visitor.signInAtGoto(email, '/settings#goto')).pathname).toBe('/settings')
}

/** What reading the organizers leaves of one. @returns the person's id. */
async function readAtGoto(email: string): Promise<string> {
  const seed = companyOf('small').organizers.find((organizer) => organizer.email === email)
  if (!seed) throw new Error(`The sandbox has no organizer ${email}.`)
  const { key: organizerKey, firstName, lastName } = seed
  return inTransaction(async (tx) => {
    const name = `${firstName} ${lastName}`
    const known = { kind: 'goto', issuer: pinnedAccount, subject: organizerKey, name, email } as const
    const { personId } = await rememberPerson(tx, { ...known, emailVerified: true })
    const at = { accountKey: pinnedAccount, organizerKey: BigInt(organizerKey) }
    await tx.organizer.create({ data: { ...at, personId, name, email } })
    return personId
  })
}

async function everybody() {
  return [
    await db().person.findMany({ orderBy: { id: 'asc' } }),
    await db().identity.findMany({ orderBy: { id: 'asc' } }),
    await db().address.findMany({ orderBy: { id: 'asc' } }),
    await db().organizer.findMany({ orderBy: { id: 'asc' } }),
    await db().connection.findMany(),
  ]
}
