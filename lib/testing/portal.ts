import { afterAll } from 'vitest'
import type { SystemActor, UserActor } from '#lib/auth/actor.ts'
import { sessionCookieName } from '#lib/auth/cookies.ts'
import { createSession } from '#lib/auth/create-session.ts'
import { enterByCompany } from '#lib/auth/enter-by-company.ts'
import { enterByGoto } from '#lib/auth/enter-by-goto.ts'
import { forgetRows } from '#lib/auth/row-cache.ts'
import { actorOfToken } from '#lib/auth/session.ts'
import { setClock } from '#lib/clock.ts'
import { lendConnection } from '#lib/connections/lend-connection.ts'
import { inTransaction } from '#lib/db/client.ts'
import { env, setEnv } from '#lib/env.ts'
import { identifyGoto } from '#lib/goto/identify.ts'
import { exchangeCode, type GotoToken } from '#lib/goto/oauth.ts'
import { setGotoFetch } from '#lib/goto/transport.ts'
import { forgetRequests } from '#lib/http/limit-requests.ts'
import { readMeetings } from '#lib/meetings/reading/read-meetings.ts'
import { readOrganizers } from '#lib/organizers/read-organizers.ts'
import { forgetListStamp } from '#lib/record/list-stamp.ts'
import { createSandbox, type Sandbox } from '#lib/sandbox/sandbox.ts'
import { forgetUses, usesWritten } from '#lib/tokens/note-use.ts'
import { closeRestored, restoredDatabase } from './restored-database.ts'

/** A Foyer that has read nothing: nobody has signed in or lent a grant. */
export type UnreadPortal = {
  sandbox: Sandbox
  /** Somebody who signed in with the company, identified by a real session. */
  employee(email: string): Promise<UserActor>
  /** Somebody who signed in with GoTo and left their grant here. */
  connected(email: string): Promise<UserActor>
  /** The same for an administrator, who lends the grant for company-wide reading. */
  lender(email: string): Promise<UserActor>
  /** Calls GoTo's own API as somebody, to do and see what Foyer did not. null for an answer without a body. */
  atGoto(email: string, method: string, path: string, body?: object): Promise<unknown>
  /** A request as this person's browser would send it to a route; `null`: a stranger's. */
  request(actor: UserActor | null, path: string, options?: { method?: string; body?: unknown; etag?: string }): Request
  /** A request as a program with this API token sends it. */
  call(token: string, path: string, options?: { method?: string; body?: unknown }): Request
  /** Moves the clock of Foyer and the sandbox. */
  pass(minutes: number): void
  close(): void
}

/** A Foyer with the company's organizers, groups, rooms and meetings. */
export type TestPortal = UnreadPortal & {
  /** The administrator whose lent grant read them. */
  adam: UserActor
}

export const testIssuer = 'https://login.example.com'

/**
 * A whole Foyer without its processes: its own database, the small sandbox in place of GoTo, and one clock for both
 * that stands still until moved, on a Tuesday at ten in the morning in Berlin. It starts with the company read, so that
 * a test pays only for what it is about. Only tests of a first reading or of who may read use `unreadPortal`, and tests
 * that neither sign anybody in nor call GoTo use `freshDatabase`.
 */
export async function testPortal(): Promise<TestPortal> {
  await usesWritten()
  await restoredDatabase('foyer_read', readCompany)
  const portal = openPortal()
  // Each test has its own GoTo, which has given no grant yet: Adam's stays lent when he consents again.
  return { ...portal, adam: await portal.connected('adam@example.com') }
}

export async function unreadPortal(): Promise<UnreadPortal> {
  await usesWritten()
  await restoredDatabase('foyer_unread', async () => undefined)
  return openPortal()
}

/**
 * What the worker reads after an administrator's first lending. The sandbox is a function of the clock: every test gets
 * the same company.
 */
async function readCompany(): Promise<void> {
  const portal = openPortal()
  await portal.lender('adam@example.com')
  const worker: SystemActor = { kind: 'system', job: 'test' }
  await readOrganizers(worker)
  await readMeetings(worker)
  portal.close()
}

function openPortal(): UnreadPortal {
  let at = Date.parse('2026-11-24T09:00:00Z')
  forgetTestBefore()
  setEnv({
    gotoApiUrl: 'https://api.goto.test',
    gotoAuthUrl: 'https://auth.goto.test',
    gotoClientId: 'foyer-demo',
    gotoClientSecret: 'foyer-demo-secret',
    gotoRequestsPerSecond: 1_000,
    adminEmails: ['adam@example.com'],
    timeZone: 'Europe/Berlin',
  })
  const sandbox = createSandbox({ dataDir: null, company: 'small', now: () => new Date(at) })
  // Rate limits are not the subject here, and a clock that stands still has only one second. Ended sessions are in
  // GoTo's history at once: a test of the delay sets one.
  sandbox.settings({ ratePerSecond: 1_000_000, historyDelaySeconds: 0 })
  setClock(() => new Date(at))
  setGotoFetch((request) => sandbox.fetch(request))

  async function connected(email: string): Promise<UserActor> {
    const token = await grantOf(email)
    const identity = await identifyGoto(token.accessToken)
    const entered = await inTransaction((tx) => enterByGoto(tx, { via: 'goto', identity, token }, null))
    return signedIn(entered)
  }

  /** What a person's consent at GoTo gives, through the same code flow as in real life. */
  async function grantOf(email: string): Promise<GotoToken> {
    const redirectUri = 'http://localhost:3000/api/auth/callback/goto'
    const query = new URLSearchParams({ client_id: 'foyer-demo', response_type: 'code', redirect_uri: redirectUri })
    const body = new URLSearchParams({ person: email, decision: 'allow' })
    const answer = await sandbox.fetch(`https://auth.goto.test/oauth/authorize?${query}`, { method: 'POST', body })
    const code = new URL(answer.headers.get('location') ?? 'https://none.test').searchParams.get('code') ?? ''
    const result = await exchangeCode({ code, redirectUri })
    if (result.kind !== 'granted') throw new Error(`The sandbox gave ${email} no grant.`)
    return result.token
  }

  return {
    sandbox,
    connected,
    async employee(email) {
      const name = (email.split('@')[0] ?? '').replace(/^./, (letter) => letter.toUpperCase())
      const proof = { via: 'company', issuer: testIssuer, subject: email, name, email, emailVerified: true } as const
      return signedIn(await inTransaction((tx) => enterByCompany(tx, proof)))
    },
    async lender(email) {
      const actor = await connected(email)
      await lendConnection(actor, { isLent: true })
      return actor
    },
    async atGoto(email, method, path, body) {
      const asked = await sandbox.fetch('https://api.goto.test/__sandbox/tokens', {
        method: 'POST',
        body: JSON.stringify({ email, limited: false }),
      })
      const { access_token: token } = (await asked.json()) as { access_token: string }
      const answer = await sandbox.fetch(`https://api.goto.test/G2M/rest${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(body ? { body: JSON.stringify(body) } : {}),
      })
      return answer.status === 204 ? null : answer.json()
    },
    request(actor, path, { method = 'GET', body, etag } = {}) {
      const headers = new Headers({ 'x-foyer': '1' })
      const token = actor && tokens.get(actor.sessionId)
      if (token) headers.set('cookie', `${sessionCookieName()}=${token}`)
      if (etag) headers.set('if-none-match', etag)
      if (body !== undefined) headers.set('content-type', 'application/json')
      const sent = body === undefined ? {} : { body: JSON.stringify(body) }
      return new Request(new URL(path, env().appUrl), { method, headers, ...sent })
    },
    call(token, path, { method = 'GET', body } = {}) {
      const headers = new Headers({ authorization: `Bearer ${token}` })
      if (body !== undefined) headers.set('content-type', 'application/json')
      const sent = body === undefined ? {} : { body: JSON.stringify(body) }
      return new Request(new URL(path, env().appUrl), { method, headers, ...sent })
    },
    pass(minutes) {
      at += minutes * 60_000
    },
    close() {
      setGotoFetch(null)
      setClock(null)
      sandbox.close()
    },
  }
}

/**
 * The company's people have the same ids in every test: what this process remembers about them is from another test.
 */
function forgetTestBefore(): void {
  forgetRows()
  forgetListStamp()
  forgetRequests()
  forgetUses()
}

afterAll(closeRestored)

/** Cookies by session id. */
const tokens = new Map<string, string>()

async function signedIn(entered: { personId: string; via: 'goto' | 'company' }): Promise<UserActor> {
  const { token, sessionId } = await inTransaction((tx) => createSession(tx, { ...entered, userAgent: 'test' }))
  tokens.set(sessionId, token)
  forgetRows()
  const actor = await actorOfToken(token)
  if (!actor) throw new Error('The session just created is missing.')
  return actor
}
