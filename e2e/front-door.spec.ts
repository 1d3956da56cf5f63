import { once } from 'node:events'
import { request as raw } from 'node:http'
import { connect, type Socket } from 'node:net'
import type { Page } from '@playwright/test'
import { expect, signIn, test } from './fixtures.ts'

/** What every answer carries, however early it is given. */
function expectHeaders({ headers }: Answer): void {
  expect(headers).toMatchObject({
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  })
  expect(headers['permissions-policy']).toContain('camera=()')
}

async function cookieOf(page: Page): Promise<string> {
  const cookies = await page.context().cookies()
  return cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
}

/** What comes back on a socket of one's own, once it is closed. */
async function answerOn(socket: Socket): Promise<Answer> {
  let text = ''
  socket.setEncoding('utf8').on('data', (part: string) => {
    text += part
  })
  await once(socket, 'close')
  const [head = '', body = ''] = text.split('\r\n\r\n')
  const [first = '', ...lines] = head.split('\r\n')
  const headers = lines
    .map((line) => /^([^:]+): (.*)$/.exec(line) ?? [])
    .map(([, name = '', value]) => [name.toLowerCase(), value])
  return { status: Number(first.split(' ')[1]), headers: Object.fromEntries(headers), body }
}

type Answer = { status: number; headers: Record<string, string | string[] | undefined>; body: string }

/** A request with headers that a browser or Playwright would not let through as they are. */
function send(method: string, path: string, headers: Record<string, string> = {}): Promise<Answer> {
  const { hostname, port, host } = new URL(process.env.FOYER_PORTAL ?? '')
  return new Promise((resolve, reject) => {
    const sent = raw({ hostname, port, method, path, headers: { host, ...headers } }, (response) => {
      let body = ''
      response.setEncoding('utf8').on('data', (chunk: string) => {
        body += chunk
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }))
    })
    sent.on('error', reject)
    sent.end()
  })
}

test('a page asked for under another name is sent to the public address, a change is refused', async ({ baseURL }) => {
  const moved = await send('GET', '/settings?a=1', { host: 'evil.example' })
  expect(moved.status).toBe(308)
  expectHeaders(moved)
  expect(moved.headers.location).toBe(`${baseURL}/settings?a=1`)
  expect((await send('POST', '/api/jobs', { host: 'evil.example' })).status).toBe(403)
  expect((await send('GET', '/api/livez', { host: '10.0.0.7' })).status).toBe(200)
})

test('every document carries its policy, and nobody may frame, sniff or cache what is private', async ({ page }) => {
  await signIn(page, 'mara')
  const cookie = await cookieOf(page)
  for (const path of ['/', '/sign-in?error=state', '/settings', '/nowhere']) {
    const { headers } = await send('GET', path, { cookie })
    const policy = String(headers['content-security-policy'])
    expect(policy, path).toContain("default-src 'none'")
    expect(policy, path).toContain("frame-ancestors 'none'")
    expect(
      policy.split('; ').find((part) => part.startsWith('script-src')),
      path,
    ).not.toContain('unsafe')
    expect(headers['x-content-type-options'], path).toBe('nosniff')
    expect(headers['referrer-policy'], path).toBe('same-origin')
    expect(headers['x-powered-by'], path).toBeUndefined()
  }
  const { headers } = await send('GET', '/_next/nowhere')
  expect(headers['content-security-policy']).toBe("default-src 'none'; frame-ancestors 'none'")
  expect((await send('GET', '/api/me')).headers['cache-control']).toBe('no-store')
})

test('a stranger is sent to sign in before anything is rendered, and who is signed in away from it', async ({
  page,
}) => {
  for (const [path, location] of [
    ['/', '/sign-in'],
    ['/history?x=1', '/sign-in?from=%2Fhistory%3Fx%3D1'],
    ['/nowhere', '/sign-in?from=%2Fnowhere'],
  ] as const) {
    const answer = await send('GET', path)
    expect([path, answer.status, answer.headers.location, answer.body]).toEqual([path, 307, location, ''])
    expectHeaders(answer)
  }
  await signIn(page, 'mara')
  const away = await send('GET', '/sign-in?from=%2Fhistory', { cookie: await cookieOf(page) })
  expect([away.status, away.headers.location]).toEqual([307, `${process.env.FOYER_PORTAL}/history`])
})

test('a page takes nothing but being asked for', async () => {
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
    const answer = await send(method, '/settings')
    expect([method, answer.status, answer.headers.allow]).toEqual([method, 405, 'GET, HEAD'])
    expectHeaders(answer)
  }
})

test('a request whose headers never end is closed', async () => {
  const { hostname, port, host } = new URL(process.env.FOYER_PORTAL ?? '')
  const socket = connect(Number(port), hostname)
  const answer = answerOn(socket)
  socket.write(`GET / HTTP/1.1\r\nHost: ${host}\r\nX-Slow: `)
  expect((await answer).status).toBe(408)
  expectHeaders(await answer)
})

test('what is no request of a browser is refused with all headers, before anything looks at it', async () => {
  const { hostname, port, host } = new URL(process.env.FOYER_PORTAL ?? '')
  const get = `GET / HTTP/1.1\r\nConnection: close\r\n`
  for (const [status, text] of [
    [400, 'NONSENSE\r\n\r\n'],
    [400, `${get}Host: ${host}\r\nbad header\r\n\r\n`],
    [431, `${get}Host: ${host}\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`],
    [417, `${get}Host: ${host}\r\nExpect: cake\r\n\r\n`],
    [422, `${get}\r\n`],
    [422, `${get}Host: ${host}\r\nHost: evil.example\r\n\r\n`],
  ] as const) {
    const socket = connect(Number(port), hostname)
    const answer = answerOn(socket)
    socket.write(text)
    expect([text.slice(0, 80), (await answer).status]).toEqual([text.slice(0, 80), status])
    expectHeaders(await answer)
  }
})

test('every refusal of the API carries all headers', async ({ baseURL }) => {
  for (const [status, method, path, headers] of [
    [401, 'GET', '/api/me', {}],
    [401, 'GET', '/api/meetings', {}],
    [403, 'POST', '/api/jobs', {}],
    [403, 'POST', '/api/auth/signin/company', { origin: 'https://evil.example' }],
    [404, 'GET', '/api/nowhere', {}],
    [404, 'GET', '/api/auth/session', {}],
    [405, 'POST', '/api/livez', { origin: baseURL ?? '', 'x-foyer': '1' }],
    [405, 'TRACE', '/api/me', {}],
  ] as const) {
    const answer = await send(method, path, headers)
    expect([method, path, answer.status]).toEqual([method, path, status])
    expectHeaders(answer)
  }
})

test('a foreign page can show the sign-in page, and start nothing', async ({ page, baseURL, sandbox }) => {
  await page.goto(`${sandbox.url}/join/999999999`)
  await page.evaluate((to) => window.location.assign(to), `${baseURL}/sign-in?way=company`)
  await expect(page.getByRole('button', { name: 'Sign in with your company' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Sign in with your company' })).toBeEnabled()
  await page.waitForLoadState('networkidle')
  await expect(page).toHaveURL(`${baseURL}/sign-in?way=company`)
  for (const way of ['goto', 'company']) {
    const started = await send('GET', `/api/auth/signin/${way}`)
    expect([started.status, started.headers.location]).toEqual([302, `${baseURL}/sign-in?error=state`])
  }
})

test('what a client says about itself in internal headers is not believed', async ({ page }) => {
  await page.setExtraHTTPHeaders({
    'x-foyer-address': '6.6.6.6',
    'x-forwarded-for': '6.6.6.6',
    'x-forwarded-host': 'evil.example',
  })
  await signIn(page, 'mara')
  const sessions = await page.evaluate(async () => (await fetch('/api/sessions')).text())
  expect(sessions).toContain('127.0.0.1')
  expect(sessions).not.toContain('6.6.6.6')
  const forged = await send('GET', '/api/me', {
    'x-foyer-request-id': 'chosen',
    'x-middleware-subrequest': 'proxy:proxy:proxy',
  })
  expect(forged.status).toBe(401)
  expect(forged.headers['x-request-id']).not.toBe('chosen')
})

test('the session cookie cannot be read by scripts, and another site cannot ride on it', async ({ page, baseURL }) => {
  await signIn(page, 'mara')
  const session = (await page.context().cookies()).find(({ name }) => name.startsWith('foyer-'))
  expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
  expect(await page.evaluate(() => document.cookie)).not.toContain('foyer-')
  const cookie = `${session?.name}=${session?.value}`
  for (const origin of ['https://evil.example', 'null']) {
    const answer = await send('DELETE', '/api/sessions', { cookie, origin, 'x-foyer': '1' })
    expect(answer.status, origin).toBe(403)
  }
  expect((await send('DELETE', '/api/sessions', { cookie, origin: baseURL ?? '' })).status).toBe(403)
  expect((await send('GET', '/api/me', { cookie })).status).toBe(200)
})

test('an unchanged list is answered without a body', async ({ page }) => {
  await signIn(page, 'mara')
  const cookie = await cookieOf(page)
  const first = await send('GET', '/api/meetings', { cookie })
  expect(first.headers['cache-control']).toBe('no-store')
  const second = await send('GET', '/api/meetings', { cookie, 'if-none-match': String(first.headers.etag) })
  expect([second.status, second.body]).toEqual([304, ''])
})

test('an offer to upgrade is answered as an ordinary request, and leaves no socket open', async () => {
  for (const upgrade of ['websocket', 'h2c']) {
    const answer = await send('GET', '/api/livez', { connection: 'Upgrade', upgrade })
    expect([upgrade, answer.status]).toEqual([upgrade, 200])
  }
})

test('addresses that lead nowhere or cannot be read get a problem, not a page and not a failure', async () => {
  const nowhere = await send('GET', '/api/nowhere')
  expect(nowhere.status).toBe(404)
  expect(JSON.parse(nowhere.body)).toMatchObject({ code: 'not_found' })
  expect(nowhere.headers['content-security-policy']).toContain("default-src 'none'")
  for (const path of [
    '/%ff',
    '/api/meetings/%ff',
    '//evil.example/x',
    'http://evil.example/x',
    '/_next/%2e%2e/meetings',
    '/\\[x',
  ]) {
    const answer = await send('GET', path)
    expect([path, answer.status, answer.headers.location]).toEqual([path, 422, undefined])
    expectHeaders(answer)
  }
  const trace = await send('TRACE', '/api/me')
  expect(trace.status).toBe(405)
  expectHeaders(trace)
})
