import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { setClock } from '#lib/clock.ts'
import { sha256 } from '#lib/crypto.ts'
import { db, inTransaction, pool } from '#lib/db/client.ts'
import { setEnv } from '#lib/env.ts'
import { rememberPerson } from '#lib/people/remember-person.ts'
import { freshDatabase, type TestDatabase } from '#lib/testing/database.ts'
import { createSession } from './create-session.ts'
import { revokeOldestSessions } from './end-session.ts'
import { forgetRows } from './row-cache.ts'
import { readActor } from './session.ts'

const hour = 60 * 60 * 1000
const start = Date.parse('2026-11-24T09:00:00Z')
let database: TestDatabase
let token: string
let personId: string

beforeAll(async () => {
  database = await freshDatabase()
  setEnv({ appUrl: 'https://meet.example.com', adminEmails: ['ada@example.com'] })
})

afterAll(() => database.close())

beforeEach(async () => {
  setClock(() => new Date(start))
  await inTransaction(async (tx) => {
    const known = { kind: 'oidc', issuer: 'https://login.example.com', name: 'Ada', email: 'ada@example.com' } as const
    const person = await rememberPerson(tx, { ...known, subject: 'ada', emailVerified: true })
    personId = person.personId
    token = (await createSession(tx, { personId, via: 'company', userAgent: 'x'.repeat(1_000) })).token
  })
  forgetRows()
})

afterEach(() => setClock(null))

test('an unused session lasts eight hours', async () => {
  passTo(8 * hour - 1)
  expect(await whoAmI()).toMatchObject({ personId })
})

test('an unused session ends after eight hours', async () => {
  passTo(8 * hour)
  expect(await whoAmI()).toBeNull()
})

test('using it puts that off, written at most once a minute', async () => {
  passTo(59_000)
  await whoAmI()
  expect((await readRow()).lastSeenAt).toEqual(new Date(start))
  passTo(7 * hour)
  await whoAmI()
  expect((await readRow()).lastSeenAt).toEqual(new Date(start + 7 * hour))
  passTo(15 * hour - 1)
  expect(await whoAmI()).toMatchObject({ personId })
})

test('however busy, it ends after seven days', async () => {
  for (let at = 0; at < 7 * 24 * hour; at += 6 * hour) {
    passTo(at)
    expect(await whoAmI()).toMatchObject({ personId })
  }
  passTo(7 * 24 * hour)
  expect(await whoAmI()).toBeNull()
})

test('a revocation by another process takes effect within a second', async () => {
  expect(await whoAmI()).not.toBeNull()
  await pool().query('UPDATE portal_session SET revoked_at = $2 WHERE token_hash = $1', [
    sha256(token),
    new Date(start),
  ])
  await expect.poll(() => whoAmI(), { timeout: 1_000, interval: 20 }).toBeNull()
})

test('disabling a person ends all their sessions', async () => {
  await db().person.update({ where: { id: personId }, data: { disabledAt: new Date(start) } })
  forgetRows()
  expect(await whoAmI()).toBeNull()
  await db().person.update({ where: { id: personId }, data: { disabledAt: null } })
})

test('an address of ADMIN_EMAILS makes an administrator only when it is verified', async () => {
  expect(await whoAmI()).toMatchObject({ isAdministrator: true })
  await db().address.updateMany({ data: { verifiedBy: null } })
  forgetRows()
  expect(await whoAmI()).toMatchObject({ isAdministrator: false })
})

test('of more than twenty sessions of one person the oldest ends', async () => {
  await db().portalSession.deleteMany({ where: { personId, tokenHash: { not: sha256(token) } } })
  const { token: kept } = await createSessionAt(1)
  for (let nth = 2; nth <= 20; nth += 1) await createSessionAt(nth)
  expect(await inTransaction((tx) => revokeOldestSessions(tx, personId))).toBe(1)
  forgetRows()
  expect(await whoAmI(token)).toBeNull()
  expect(await whoAmI(kept)).toMatchObject({ personId })
  expect(await inTransaction((tx) => revokeOldestSessions(tx, personId))).toBe(0)
})

test.each(['', 'x', '%', 'a'.repeat(5_000), '../../etc', "' OR 1=1 --"])('%j is nobody', async (cookie) => {
  expect(await whoAmI(cookie)).toBeNull()
})

test('only the session cookie of this portal counts', async () => {
  for (const header of [
    `foyer-3000=${token}`,
    `__Host-foyer2=${token}`,
    `__host-foyer=${token}`,
    `x=__Host-foyer=${token}`,
  ]) {
    expect(await readActor(new Request('https://meet.example.com/', { headers: { cookie: header } }))).toBeNull()
  }
})

function createSessionAt(seconds: number) {
  passTo(seconds * 1_000)
  return inTransaction((tx) => createSession(tx, { personId, via: 'company', userAgent: '' }))
}

function passTo(ms: number): void {
  setClock(() => new Date(start + ms))
}

function whoAmI(cookie = token) {
  return readActor(new Request('https://meet.example.com/', { headers: { cookie: `a=b; __Host-foyer=${cookie}` } }))
}

function readRow() {
  return db().portalSession.findUniqueOrThrow({ where: { tokenHash: sha256(token) } })
}
