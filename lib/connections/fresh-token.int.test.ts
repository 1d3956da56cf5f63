import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { db, inTransaction } from '#lib/db/client.ts'
import { setEnv } from '#lib/env.ts'
import { freshDatabase, type TestDatabase } from '#lib/testing/database.ts'
import { endedGrant, proveRefresh } from '#lib/testing/refresh-proof.ts'
import { openTokenEndpoint, type TokenEndpoint } from '#lib/testing/token-endpoint.ts'
import { freshToken } from './fresh-token.ts'
import { gotoWith } from './goto-with.ts'
import { keepGrant } from './keep-grant.ts'
import { takeLease } from './lease.ts'
import { openToken } from './secrets.ts'

let database: TestDatabase
let endpoint: TokenEndpoint

beforeAll(async () => {
  database = await freshDatabase()
})

afterAll(async () => {
  await database.close()
})

beforeEach(async () => {
  endpoint = await openTokenEndpoint()
  setEnv({ gotoAuthUrl: endpoint.url, gotoApiUrl: endpoint.url, gotoClientId: 'client', gotoClientSecret: 'secret' })
})

afterEach(() => endpoint.close())

describe('a slow token endpoint that accepts every refresh token once', () => {
  test.each([1, 5])(
    '10 people × 200 requests × 2 processes redeem 10 times when it takes %i s',
    async (delaySeconds) => {
      const { ids, got, redeems, refusals, rows } = await proveRefresh({
        people: 10,
        requests: 200,
        processes: 2,
        delaySeconds,
      })
      expect({ redeems, refusals, got: got.length }).toEqual({ redeems: 10, refusals: 0, got: 4_000 })
      expect(got.filter((line) => line.startsWith('failed'))).toEqual([])
      expect(new Set(got).size).toBe(10)
      expect(rows.map(({ status, leaseOwner }) => ({ status, leaseOwner }))).toEqual(
        ids.map(() => ({ status: 'active', leaseOwner: null })),
      )
    },
  )
})

describe('refreshing', () => {
  test('a token that is still good is used as it is', async () => {
    const id = await endedGrant(endpoint.issue())
    const token = await freshToken(id)
    expect(await freshToken(id)).toBe(token)
    expect(endpoint.redeems()).toBe(1)
  })

  test('many calls whose token GoTo rejects refresh it once', async () => {
    const id = await endedGrant(endpoint.issue())
    const bad = await freshToken(id)
    const tokens = await Promise.all(Array.from({ length: 50 }, () => freshToken(id, bad)))
    expect(new Set(tokens).size).toBe(1)
    expect(tokens[0]).not.toBe(bad)
    expect(endpoint.redeems()).toBe(2)
  })

  test('a refused refresh token revokes the grant and says to reconnect', async () => {
    const id = await endedGrant('never issued')
    await expect(freshToken(id)).rejects.toMatchObject({ code: 'not_connected' })
    expect(await db().connection.findUnique({ where: { id } })).toMatchObject({
      status: 'revoked',
      revokedBecause: 'invalid_grant',
      leaseOwner: null,
    })
    await expect(freshToken(id)).rejects.toMatchObject({ code: 'not_connected' })
    expect(endpoint.refusals()).toBe(1)
    expect(await db().auditEntry.count({ where: { action: 'connection.refused', subjectId: id } })).toBe(1)
  })

  test('an outage at GoTo keeps the grant', async () => {
    const id = await endedGrant(endpoint.issue())
    endpoint.failWith(503)
    await expect(freshToken(id)).rejects.toMatchObject({ code: 'upstream_unavailable' })
    expect(await db().connection.findUnique({ where: { id } })).toMatchObject({ status: 'active', leaseOwner: null })
    endpoint.failWith(null)
    expect(await freshToken(id)).toMatch(/^access-/)
  })

  test('a network failure keeps the grant', async () => {
    const id = await endedGrant(endpoint.issue())
    setEnv({ gotoAuthUrl: 'http://127.0.0.1:9' })
    await expect(freshToken(id)).rejects.toMatchObject({ code: 'upstream_unavailable' })
    expect(await db().connection.findUnique({ where: { id } })).toMatchObject({ status: 'active', leaseOwner: null })
  })

  test('tokens that the database refuses are used from memory and written as soon as possible', async () => {
    const id = await endedGrant(endpoint.issue())
    await db().$executeRaw`CREATE FUNCTION refuse_tokens() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'the disk is full'; END $$`
    await db().$executeRaw`CREATE TRIGGER refuse_tokens BEFORE UPDATE OF access_token ON connection
      FOR EACH ROW EXECUTE FUNCTION refuse_tokens()`
    const token = await freshToken(id)
    expect(token).toMatch(/^access-/)
    expect(await freshToken(id)).toBe(token)
    // Nobody else may redeem a used token.
    expect(await takeLease(id)).toBeNull()
    await db().$executeRaw`DROP TRIGGER refuse_tokens ON connection`
    await expect.poll(() => storedToken(id), { timeout: 10_000 }).toBe(token)
    await expect.poll(async () => (await db().connection.findUnique({ where: { id } }))?.leaseOwner).toBeNull()
    expect(endpoint.redeems()).toBe(1)
    await db().$executeRaw`DROP FUNCTION refuse_tokens`
  })

  test('a killed process’s lease ends on its own', async () => {
    const id = await endedGrant(endpoint.issue())
    // By the database's clock, like every lease.
    await db().$executeRaw`
      UPDATE connection SET lease_owner = 'killed', lease_ends_at = clock_timestamp() + interval '1 second'
      WHERE id = ${id}::uuid`
    expect(await freshToken(id)).toMatch(/^access-/)
  })

  test('a refusal does not count when the grant has since been renewed', async () => {
    const id = await endedGrant('used up elsewhere')
    const { personId, ...row } = await db().connection.findUniqueOrThrow({ where: { id } })
    const slow = await openTokenEndpoint({ delaySeconds: 1 })
    setEnv({ gotoAuthUrl: slow.url })
    const waiting = freshToken(id)
    await expect.poll(async () => (await db().connection.findUnique({ where: { id } }))?.leaseOwner).not.toBeNull()
    await inTransaction((tx) =>
      keepGrant(tx, {
        personId,
        accountKey: row.accountKey,
        organizerKey: row.organizerKey,
        email: row.email,
        isAdministrator: false,
        token: {
          accessToken: 'reconnected',
          expiresInSeconds: 3600,
          refreshToken: slow.issue(),
          scope: '',
          email: null,
          organizerKey: null,
          accountKey: null,
          firstName: null,
          lastName: null,
        },
      }),
    )
    expect(await waiting).toBe('reconnected')
    expect(await db().connection.findUnique({ where: { id } })).toMatchObject({ status: 'active' })
    await slow.close()
  })

  test('the old refresh token stays when no new one comes', async () => {
    const id = await endedGrant(endpoint.issue())
    const before = await db().connection.findUniqueOrThrow({ where: { id } })
    const { writeTokens, readGrant } = await import('./grant-rows.ts')
    const grant = await readGrant(id)
    await writeTokens(grant, {
      accessToken: 'new',
      expiresInSeconds: 3600,
      refreshToken: null,
      scope: '',
      email: null,
      organizerKey: null,
      accountKey: null,
      firstName: null,
      lastName: null,
    })
    const after = await db().connection.findUniqueOrThrow({ where: { id } })
    expect(after.refreshToken).toBe(before.refreshToken)
    expect(openToken(id, 'access_token', after.accessToken)).toBe('new')
  })

  test('a forgotten grant is not connected', async () => {
    const id = await endedGrant(endpoint.issue())
    await db().connection.delete({ where: { id } })
    await expect(gotoWith(id, { lane: 'interactive' }).call('getIdentityMe')).rejects.toMatchObject({
      code: 'not_connected',
    })
  })

  test('a token moved to another row does not open', async () => {
    const [one, other] = [await endedGrant(endpoint.issue()), await endedGrant(endpoint.issue(), 1)]
    const { accessToken } = await db().connection.findUniqueOrThrow({ where: { id: one } })
    await db().connection.update({ where: { id: other }, data: { accessToken } })
    await expect(freshToken(other)).rejects.toThrow()
  })
})

async function storedToken(id: string): Promise<string> {
  return openToken(id, 'access_token', (await db().connection.findUniqueOrThrow({ where: { id } })).accessToken)
}
