import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { db, inTransaction } from '#lib/db/client.ts'
import { countWaiting } from '#lib/testing/count-waiting.ts'
import { freshDatabase, type TestDatabase } from '#lib/testing/database.ts'
import { type KnownPerson, rememberPerson } from './remember-person.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await freshDatabase()
})

afterAll(() => database.close())

afterEach(() => db().$executeRaw`TRUNCATE person CASCADE`)

const oidc = known({ kind: 'oidc', issuer: 'https://login.example.com', subject: 'sub-1' })
const goto = known({ kind: 'goto', issuer: '2211', subject: '3001' })
const directory = known({ kind: 'directory', issuer: 'ldap', subject: 'uuid-1' })

describe('one person', () => {
  test.each([
    [[oidc, goto, directory]],
    [[oidc, directory, goto]],
    [[goto, oidc, directory]],
    [[goto, directory, oidc]],
    [[directory, oidc, goto]],
    [[directory, goto, oidc]],
  ])('when sources vouch for one address, in any order (%#)', async (order) => {
    const ids = []
    for (const source of order) ids.push(await remember(source))
    expect(new Set(ids).size).toBe(1)
    expect(await db().address.count()).toBe(1)
  })

  test('however the address is spelt', async () => {
    expect(await remember({ ...goto, email: ' ADA@Example.com' })).toBe(await remember(oidc))
  })

  test('when twenty processes meet them at once', async () => {
    const ids = await Promise.all(
      Array.from({ length: 20 }, (_, nth) => remember([oidc, goto, directory][nth % 3] ?? oidc)),
    )
    expect(new Set(ids).size).toBe(1)
    expect(await db().identity.count()).toBe(3)
  })

  test('when two transactions meet them and go on to others: the second waits before it has written anything', async () => {
    await remember(oidc)
    const other = { ...goto, email: 'bob@example.com', name: 'Bob' }
    const changed = { ...oidc, name: 'Ada Lovelace', email: 'ada.lovelace@example.com' }
    const holds = Promise.withResolvers<void>()
    const waits = Promise.withResolvers<void>()
    const first = inTransaction(async (tx) => {
      await rememberPerson(tx, other)
      holds.resolve()
      await waits.promise
      return rememberPerson(tx, changed)
    })
    await holds.promise
    const second = remember(changed)
    await expect.poll(countWaiting).toBe(1)
    waits.resolve()
    expect((await first).personId).toBe(await second)
    expect(await db().person.findFirst({ where: { name: 'Ada Lovelace' } })).toMatchObject({
      email: 'ada.lovelace@example.com',
    })
  })

  test('when the company vouches for the address later than the sync found it', async () => {
    const employee = await remember({ ...oidc, emailVerified: false })
    const organizer = await remember(goto)
    expect(organizer).not.toBe(employee)
    expect(await remember(oidc)).toBe(employee)
    expect(await remember(goto)).toBe(employee)
    expect(await db().person.count()).toBe(1)
  })

  test('who is met again without a write', async () => {
    const id = await remember(goto)
    const before = await db().$queryRaw`SELECT xmin::text FROM identity UNION SELECT xmin::text FROM person`
    expect(await remember(goto)).toBe(id)
    expect(await db().$queryRaw`SELECT xmin::text FROM identity UNION SELECT xmin::text FROM person`).toEqual(before)
  })
})

describe('different people', () => {
  test('an unverified address joins nobody, in either order', async () => {
    const unverified = { ...oidc, emailVerified: false }
    expect(await remember(goto)).not.toBe(await remember(unverified))
    expect(await db().address.count({ where: { verifiedBy: { not: null } } })).toBe(1)
  })

  test('one source giving an address to a second subject means somebody else', async () => {
    const first = await remember(oidc)
    const second = await remember({ ...oidc, subject: 'sub-2' })
    expect(second).not.toBe(first)
    expect(await db().address.findMany({ where: { personId: second } })).toMatchObject([{ verifiedBy: null }])
  })

  test.each(['', 'ada', 'ada@example.com, eve@example.com', 'ada@example.com@evil.example'])(
    'the address %j joins nobody',
    async (email) => {
      expect(await remember({ ...oidc, email })).not.toBe(await remember({ ...goto, email }))
    },
  )
})

test('the name is the best source’s, and doesn’t flip back and forth', async () => {
  const id = await remember({ ...goto, name: 'A. Lovelace (GoTo)' })
  await remember({ ...oidc, name: 'Ada Lovelace' })
  await remember({ ...goto, name: 'A. Lovelace (GoTo)' })
  expect(await db().person.findUnique({ where: { id } })).toMatchObject({ name: 'Ada Lovelace' })
})

function known(source: Pick<KnownPerson, 'kind' | 'issuer' | 'subject'>): KnownPerson {
  return { name: 'Ada', email: 'ada@example.com', emailVerified: true, ...source }
}

async function remember(source: KnownPerson): Promise<string> {
  return (await inTransaction((tx) => rememberPerson(tx, source))).personId
}
