import { createServer } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { db } from '#lib/db/client.ts'
import { type Env, env, setEnv } from '#lib/env.ts'
import { setGotoFetch } from '#lib/goto/transport.ts'
import { createSandbox, type Sandbox } from '#lib/sandbox/sandbox.ts'
import { freshDatabase, type TestDatabase } from './database.ts'
import { type CompanyDoor, openCompanyDoor, Visitor } from './door.ts'

export const pinnedAccount = '200000000000002211'

export type OpenDoor = { newVisitor: () => Visitor; sandbox: () => Sandbox }

/** A portal with both sign-in methods, empty before each test. Settings a test changes are restored after it. */
export function openDoor(): OpenDoor {
  let database: TestDatabase
  let company: CompanyDoor
  let sandbox: Sandbox
  let settings: Env

  beforeAll(async () => {
    const [portalPort, companyPort] = [await freePort(), await freePort()]
    setEnv({
      appUrl: `http://localhost:${portalPort}`,
      gotoApiUrl: 'http://goto.test',
      gotoAuthUrl: 'http://goto.test',
      gotoClientId: 'foyer-demo',
      gotoClientSecret: 'foyer-demo-secret',
      gotoRequestsPerSecond: 1_000,
      adminEmails: ['adam@example.com'],
      oidcIssuer: `http://127.0.0.1:${companyPort}`,
      oidcClientId: 'foyer-demo',
      oidcClientSecret: 'foyer-demo-secret',
    })
    database = await freshDatabase()
    company = await openCompanyDoor(companyPort)
    settings = env()
  })
  afterAll(async () => {
    await company.close()
    await database.close()
  })
  beforeEach(() => {
    sandbox = createSandbox({ company: 'small' })
    setGotoFetch(sandbox.fetch)
  })
  afterEach(async () => {
    setGotoFetch(null)
    await sandbox.close()
    setEnv(settings)
    await emptyDatabase()
  })

  function elsewhere(request: Request): Promise<Response> {
    return request.url.startsWith('http://goto.test/') ? sandbox.fetch(request) : fetch(request)
  }
  return { newVisitor: () => new Visitor(elsewhere), sandbox: () => sandbox }
}

/** The reason given when somebody is sent back to the sign-in page, or to where they connect GoTo. */
export async function errorOf(place: Promise<URL>, page = '/sign-in'): Promise<string | null> {
  const { pathname, hash, searchParams } = await place
  expect(pathname + hash).toBe(page)
  return searchParams.get('error')
}

/** Nobody got in, and they left nothing but lines in the audit log. */
export async function expectNobody(visitor: Visitor): Promise<void> {
  expect((await visitor.call('GET', '/api/me')).status).toBe(401)
  expect([
    await db().person.count(),
    await db().identity.count(),
    await db().address.count(),
    await db().connection.count(),
    await db().portalSession.count(),
    await db().setting.count(),
  ]).toEqual([0, 0, 0, 0, 0, 0])
}

/** The audit log rightly refuses to be emptied; its owner can switch the guard off. */
async function emptyDatabase(): Promise<void> {
  await db().$executeRaw`ALTER TABLE audit_entry DISABLE TRIGGER USER`
  await db().$executeRaw`TRUNCATE person, setting, link_intent, audit_entry CASCADE`
  await db().$executeRaw`ALTER TABLE audit_entry ENABLE TRIGGER USER`
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
