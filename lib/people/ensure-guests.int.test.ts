import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { db, inTransaction } from '#lib/db/client.ts'
import { freshDatabase, type TestDatabase } from '#lib/testing/database.ts'
import { claimIdentity } from './claim-identity.ts'
import { ensureGuests } from './ensure-guests.ts'
import { lockPeople, rememberPerson } from './remember-person.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())
afterEach(() => db().$executeRaw`TRUNCATE person CASCADE`)

const proof = { issuer: 'x', emailVerified: true }
const many = Array.from({ length: 200 }, (_, nth) => ({ email: `guest${nth}@customer.example`, name: '' }))

test('two hundred guests are created once, even by three organizers inviting them at the same moment', async () => {
  const all = await Promise.all(Array.from({ length: 3 }, () => ensureGuests(many)))
  expect(await db().person.count()).toBe(200)
  for (const each of all) expect(each).toEqual(all[0])
})

test('an address leads to the person who proved it, however it is spelt, and text that is no address to nobody', async () => {
  const known = { ...proof, kind: 'oidc', subject: '1', name: 'Ada', email: 'ada@example.com' } as const
  const { personId } = await inTransaction((tx) => rememberPerson(tx, known))
  const found = await ensureGuests([
    { email: ' ADA@example.com', name: 'Impostor' },
    { email: 'ada', name: '' },
  ])
  expect([...found]).toEqual([['ada@example.com', personId]])
  expect(await db().person.findMany()).toMatchObject([{ name: 'Ada' }])
})

test('somebody invited without a name is called by the part before the @', async () => {
  await ensureGuests([{ email: 'gil.guest@customer.example', name: '' }])
  expect(await db().person.findMany()).toMatchObject([{ name: 'gil.guest' }])
})

test('a guest with the same address doesn’t keep its owner from connecting their GoTo account', async () => {
  const { personId } = await inTransaction((tx) =>
    rememberPerson(tx, { ...proof, kind: 'oidc', subject: 'ada', name: 'Ada', email: 'ada@example.com' }),
  )
  const account = { ...proof, kind: 'goto', subject: '3001', name: 'A. L.', email: 'lovelace@example.com' } as const
  await ensureGuests([{ email: account.email, name: 'Some guest' }])
  expect(await inTransaction((tx) => claimIdentity(tx, personId, account))).toBe(true)
  expect(await db().person.findMany()).toMatchObject([{ id: personId, name: 'Ada' }])
})

test('while the lock is held too long, the error says that nothing was changed', async () => {
  const done = Promise.withResolvers<void>()
  const held = Promise.withResolvers<void>()
  const holder = inTransaction(async (tx) => {
    await lockPeople(tx)
    held.resolve()
    await done.promise
  })
  await held.promise
  await expect(ensureGuests(many.slice(0, 1))).rejects.toMatchObject({
    code: 'upstream_unavailable',
    retryAfterSeconds: 5,
    message: expect.stringContaining('nothing was changed'),
  })
  done.resolve()
  await holder
  expect((await ensureGuests(many.slice(0, 1))).size).toBe(1)
})
