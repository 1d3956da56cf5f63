import { describe, expect, test } from 'vitest'
import { serveSandbox } from './serve.ts'
import { people, testSandbox } from './test-calls.ts'

const { olivia, adam } = people

describe('ordered trouble', () => {
  test('applies only to the next calls of that name, as often as ordered', async () => {
    const { send, sandbox } = testSandbox()
    sandbox.fault('listUpcomingMeetings', 503, { count: 2 })
    expect((await send(adam, 'listGroups')).status).toBe(200)
    const statuses = []
    for (let times = 0; times < 3; times++) statuses.push((await send(olivia, 'listUpcomingMeetings')).status)
    expect(statuses).toEqual([503, 503, 200])
  })

  test('429 comes without Retry-After unless ordered, 403 as an invalid token', async () => {
    const { send, sandbox } = testSandbox()
    sandbox.fault('*', 429)
    sandbox.fault('*', 429, { retryAfterSeconds: 7 })
    sandbox.fault('*', 403)
    const first = await send(olivia, 'listUpcomingMeetings')
    expect([first.status, first.headers.get('retry-after')]).toEqual([429, null])
    const second = await send(olivia, 'listUpcomingMeetings')
    expect([second.status, second.headers.get('retry-after')]).toEqual([429, '7'])
    const third = await send(olivia, 'listUpcomingMeetings')
    expect([third.status, third.json]).toMatchObject([403, { int_err_code: 'InvalidToken' }])
  })

  test.each([
    [401, 'Unauthorized'],
    [409, 'Conflict'],
    [500, 'InternalError'],
  ] as const)('%i comes in the product’s shape', async (answer, code) => {
    const { send, sandbox } = testSandbox()
    sandbox.fault('listUpcomingMeetings', answer)
    const { status, json } = await send(olivia, 'listUpcomingMeetings')
    expect([status, json]).toMatchObject([answer, { int_err_code: code }])
  })

  test('401 comes in each API’s own words', async () => {
    const { send, sandbox } = testSandbox()
    sandbox.fault('*', 401, { count: 3 })
    expect((await send(adam, 'getAdminMe')).json).toMatchObject({ errors: [{ code: 'not.authenticated' }] })
    const identity = await send(olivia, 'getIdentityMe')
    expect([identity.text, identity.headers.get('www-authenticate')]).toEqual(['', expect.stringMatching(/^Bearer /)])
    const token = await sandbox.fetch('https://goto.test/oauth/token', { method: 'POST' })
    expect(await token.json()).toMatchObject({ error: 'invalid_client' })
  })

  test('302 leads elsewhere and "empty" says nothing; neither does the call', async () => {
    const { send, sandbox, plan } = testSandbox()
    const path = { meetingId: await plan(olivia) }
    sandbox.fault('deleteMeeting', 302)
    const redirect = await send(olivia, 'deleteMeeting', { path })
    expect([redirect.status, redirect.text]).toEqual([302, ''])
    expect(new URL(redirect.headers.get('location') ?? '').hostname).toBe('elsewhere.example')
    sandbox.fault('deleteMeeting', 'empty')
    const empty = await send(olivia, 'deleteMeeting', { path })
    expect([empty.status, empty.text]).toEqual([200, ''])
    expect((await send(olivia, 'getMeeting', { path })).status).toBe(200)
  })

  test('revoking and metadata can be made to fail too', async () => {
    const { sandbox } = testSandbox()
    sandbox.fault('revokeToken', 503)
    sandbox.fault('getOauthMetadata', 500)
    const revoke = await sandbox.fetch('https://goto.test/oauth/revoke', { method: 'POST', body: 'token=x' })
    const metadata = await sandbox.fetch('https://goto.test/.well-known/oauth-authorization-server')
    expect([revoke.status, metadata.status]).toEqual([503, 500])
  })

  test('html comes with a misleading success status', async () => {
    const { send, sandbox } = testSandbox()
    sandbox.fault('listUpcomingMeetings', 'html')
    const { status, headers, text } = await send(olivia, 'listUpcomingMeetings')
    expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    expect(text).toContain('<!doctype html>')
  })

  test('through fetch: cut rejects, truncate breaks in the body, hang waits for the signal', async () => {
    const { sandbox, tokenOf } = testSandbox()
    const headers = { authorization: `Bearer ${tokenOf(olivia)}` }
    const read = (signal?: AbortSignal) =>
      sandbox.fetch('https://goto.test/G2M/rest/upcomingMeetings', { headers, ...(signal ? { signal } : {}) })
    sandbox.fault('listUpcomingMeetings', 'cut')
    await expect(read()).rejects.toThrow('fetch failed')
    sandbox.fault('listUpcomingMeetings', 'truncate')
    await expect((await read()).text()).rejects.toThrow('terminated')
    sandbox.fault('listUpcomingMeetings', 'hang')
    const patience = new AbortController()
    const hanging = read(patience.signal)
    patience.abort(new Error('out of patience'))
    await expect(hanging).rejects.toThrow('out of patience')
  })

  test('truncating an answer without a body cuts the connection after the work is done', async () => {
    const { sandbox, send, plan } = testSandbox()
    const meetingId = await plan(olivia)
    sandbox.fault('deleteMeeting', 'truncate')
    await expect(send(olivia, 'deleteMeeting', { path: { meetingId } })).rejects.toThrow('fetch failed')
    expect((await send(olivia, 'getMeeting', { path: { meetingId } })).status).toBe(404)
  })

  test('a call that is cut or left hanging is not done', async () => {
    const { sandbox, send, plan } = testSandbox()
    const meetingId = await plan(olivia)
    sandbox.fault('deleteMeeting', 'cut')
    await expect(send(olivia, 'deleteMeeting', { path: { meetingId } })).rejects.toThrow('fetch failed')
    expect((await send(olivia, 'getMeeting', { path: { meetingId } })).status).toBe(200)
  })

  test('"token" is the token endpoint', async () => {
    const { sandbox } = testSandbox()
    sandbox.fault('token', 503)
    const ask = () => sandbox.fetch('https://goto.test/oauth/token', { method: 'POST', body: 'grant_type=x' })
    expect((await ask()).status).toBe(503)
    expect((await ask()).status).toBe(401)
  })
})

test('on a port the connection really is cut, left hanging or broken in the body', async () => {
  const { sandbox, tokenOf } = testSandbox()
  const server = await serveSandbox(sandbox, { port: 0, host: '127.0.0.1' })
  const headers = { authorization: `Bearer ${tokenOf(olivia)}` }
  const read = (signal?: AbortSignal) =>
    fetch(`http://127.0.0.1:${server.port}/G2M/rest/upcomingMeetings`, { headers, ...(signal ? { signal } : {}) })
  try {
    expect((await read()).status).toBe(200)
    sandbox.fault('listUpcomingMeetings', 'cut')
    await expect(read()).rejects.toThrow('fetch failed')
    sandbox.fault('listUpcomingMeetings', 'truncate')
    const broken = await read()
    expect(broken.status).toBe(200)
    await expect(broken.text()).rejects.toThrow('terminated')
    sandbox.fault('listUpcomingMeetings', 'hang')
    await expect(read(AbortSignal.timeout(50))).rejects.toThrow('timeout')
    const statuses = sandbox.calls().map(({ status }) => status)
    expect(statuses).toEqual([200, 0, 200, 0])
  } finally {
    await server.close()
  }
})

test('on a port an answer without content has no length either', async () => {
  const { sandbox, tokenOf, plan } = testSandbox()
  const path = { meetingId: await plan(olivia) }
  const server = await serveSandbox(sandbox, { port: 0, host: '127.0.0.1' })
  try {
    const reply = await fetch(`http://127.0.0.1:${server.port}/G2M/rest/meetings/${path.meetingId}`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${tokenOf(olivia)}` },
    })
    expect([reply.status, reply.headers.has('content-length'), await reply.text()]).toEqual([204, false, ''])
  } finally {
    await server.close()
  }
})

describe('the request limit', () => {
  test('ten a second per client and API, then 429 without Retry-After', async () => {
    const { sandbox, send } = testSandbox()
    const token = sandbox.tokenFor(adam).access_token
    const replies = await Promise.all(Array.from({ length: 12 }, () => send(adam, 'listGroups', { token })))
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(10)
    const refused = replies.filter(({ status }) => status === 429)
    expect(refused).toHaveLength(2)
    expect(refused[0]?.headers.has('retry-after')).toBe(false)
    expect((await send(adam, 'getAdminMe', { token })).status).toBe(200)
    const other = sandbox.tokenFor(adam).access_token
    expect((await send(adam, 'listGroups', { token: other })).status).toBe(200)
  })

  test('follows the setting, and a token without limit has none', async () => {
    const { sandbox, send } = testSandbox()
    sandbox.settings({ ratePerSecond: 3 })
    const many = async (token: string) => {
      const replies = await Promise.all(Array.from({ length: 15 }, () => send(adam, 'listGroups', { token })))
      return replies.filter(({ status }) => status === 200).length
    }
    expect(await many(sandbox.tokenFor(adam).access_token)).toBe(3)
    expect(await many(sandbox.tokenFor(adam, { limited: false }).access_token)).toBe(15)
  })
})
