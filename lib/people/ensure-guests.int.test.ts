import { v7 as uuid } from 'uuid'
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

const [anna, carl] = [uuid(), uuid()]
const proof = { issuer: 'x', emailVerified: true }
const many = Array.from({ length: 200 }, (_, nth) => ({ email: `guest${nth}@customer.example`, name: '' }))

test('two hundred guests are created once, even when three of an organizer’s meetings invite them at the same moment', async () => {
  const all = await Promise.all(Array.from({ length: 3 }, () => ensureGuests(anna, many)))
  expect(await db().person.count()).toBe(200)
  for (const each of all) expect(each).toEqual(all[0])
})

test('an address leads to the person who proved it, however it is spelt, and text that is no address to nobody', async () => {
  const known = { ...proof, kind: 'oidc', subject: '1', name: 'Ada', email: 'ada@example.com' } as const
  const { personId } = await inTransaction((tx) => rememberPerson(tx, known))
  const found = await ensureGuests(anna, [
    { email: ' ADA@example.com', name: 'Impostor' },
    { email: 'ada', name: '' },
  ])
  expect([...found]).toEqual([['ada@example.com', personId]])
  expect(await db().person.findMany()).toMatchObject([{ name: 'Ada' }])
})

test('somebody invited without a name is called by the part before the @', async () => {
  await ensureGuests(anna, [{ email: 'gil.guest@customer.example', name: '' }])
  expect(await db().person.findMany()).toMatchObject([{ name: 'gil.guest' }])
})

test('a guest with the same address doesn’t keep its owner from connecting their GoTo account', async () => {
  const { personId } = await inTransaction((tx) =>
    rememberPerson(tx, { ...proof, kind: 'oidc', subject: 'ada', name: 'Ada', email: 'ada@example.com' }),
  )
  const account = { ...proof, kind: 'goto', subject: '3001', name: 'A. L.', email: 'lovelace@example.com' } as const
  await ensureGuests(anna, [{ email: account.email, name: 'Some guest' }])
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
  await expect(ensureGuests(anna, many.slice(0, 1))).rejects.toMatchObject({
    code: 'upstream_unavailable',
    retryAfterSeconds: 5,
    message: expect.stringContaining('nothing was changed'),
  })
  done.resolve()
  await holder
  expect((await ensureGuests(anna, many.slice(0, 1))).size).toBe(1)
})

test('whom one organizer invites, another never learns of: not the name, nor who it is, nor since when', async () => {
  const bob = 'bob@customer.example'
  const bobby = (await ensureGuests(anna, [{ email: bob, name: 'Bobby' }])).get(bob)
  const theirs = (await ensureGuests(carl, [{ email: bob, name: '' }])).get(bob)
  expect(theirs).not.toBe(bobby)
  expect(await db().person.findMany({ orderBy: { createdAt: 'asc' }, select: { id: true, name: true } })).toEqual([
    { id: bobby, name: 'Bobby' },
    { id: theirs, name: 'bob' },
  ])
})

test('a guest invited again is the same guest, called as typed last; somebody of the company keeps their name', async () => {
  const [bob, ada] = ['bob@customer.example', 'ada@example.com']
  await inTransaction((tx) => rememberPerson(tx, { ...proof, kind: 'oidc', subject: '1', name: 'Ada', email: ada }))
  const first = await ensureGuests(
    anna,
    [bob, ada].map((email) => ({ email, name: 'First' })),
  )
  const second = await ensureGuests(
    anna,
    [bob, ada].map((email) => ({ email, name: 'Second' })),
  )
  expect(second).toEqual(first)
  expect(await ensureGuests(anna, [{ email: bob, name: '' }])).toEqual(new Map([[bob, first.get(bob)]]))
  expect((await db().person.findMany({ orderBy: { name: 'asc' } })).map(({ name }) => name)).toEqual(['Ada', 'Second'])
})

test('the address of somebody disabled leads to them, so that they are invited once they are enabled again', async () => {
  const known = { ...proof, kind: 'oidc', subject: '1', name: 'Ada', email: 'ada@example.com' } as const
  const { personId } = await inTransaction((tx) => rememberPerson(tx, known))
  await db().person.update({ where: { id: personId }, data: { disabledAt: new Date() } })
  expect([...(await ensureGuests(anna, [{ email: 'ada@example.com', name: '' }]))]).toEqual([
    ['ada@example.com', personId],
  ])
  expect(await db().person.count()).toBe(1)
})

test('all organizers’ guests with an address become the one person who proves it', async () => {
  const bob = 'bob@customer.example'
  await ensureGuests(anna, [{ email: bob, name: 'Bobby' }])
  await ensureGuests(carl, [{ email: bob, name: 'B.' }])
  const known = { ...proof, kind: 'oidc', subject: 'bob', name: 'Bob Stone', email: bob } as const
  const { personId } = await inTransaction((tx) => rememberPerson(tx, known))
  expect(await db().person.findMany()).toMatchObject([{ id: personId, name: 'Bob Stone', guestOf: null }])
  for (const organizer of [anna, carl])
    expect(await ensureGuests(organizer, [{ email: bob, name: 'X' }])).toEqual(new Map([[bob, personId]]))
})
