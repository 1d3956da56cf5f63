import { gunzipSync, gzipSync } from 'node:zlib'
import { beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { setClock } from '#lib/clock.ts'
import { setEnv } from '#lib/env.ts'
import { AppError } from '#lib/errors.ts'
import { type Problem, readProblem } from './problem.ts'
import { conditionalJson, takesGzip } from './respond.ts'
import { route } from './route.ts'

const portal = 'https://meet.example.com'
const ours = { origin: portal, 'x-foyer': '1', 'content-type': 'application/json' }

beforeEach(() => {
  setEnv({ appUrl: portal })
  setClock(() => new Date('2026-11-24T09:00:00Z'))
})

async function problemOf(response: Response): Promise<Problem> {
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  const problem = readProblem(await response.json())
  if (!problem) throw new Error('The body is not a problem.')
  return problem
}

function post(body: string, headers: Record<string, string> = ours): Request {
  return new Request(`${portal}/api/things`, { method: 'POST', body, headers })
}

describe('a handler made by route()', () => {
  test('turns a stranger away', async () => {
    const response = await route({ run: () => ({ secret: 1 }) })(new Request(`${portal}/api/things`))
    expect(response.status).toBe(401)
    expect(await problemOf(response)).toMatchObject({ code: 'unauthenticated' })
  })

  test('answers JSON that no cache keeps, with the request id and the product’s time', async () => {
    const response = await route({ auth: 'public', run: () => ({ a: 1 }) })(new Request(`${portal}/api/things`))
    expect(await response.json()).toEqual({ a: 1 })
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('x-foyer-now')).toBe('2026-11-24T09:00:00.000Z')
    expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  })

  test('says in plain words what a field may be', async () => {
    const query = z.strictObject({ all: z.literal('1').optional(), limit: z.coerce.number().int().max(200).optional() })
    const handler = route({ auth: 'public', query, run: () => null })
    const response = await handler(new Request(`${portal}/api/things?all=2&limit=many&x=1`))
    expect(await problemOf(response)).toMatchObject({
      code: 'invalid',
      fields: { all: 'Give 1.', limit: 'Give a number.', x: 'This field does not exist.' },
    })
  })

  test.each([
    ['without our header', { origin: portal, 'content-type': 'application/json' }],
    ['from another origin', { ...ours, origin: 'https://evil.example' }],
    ['from an opaque origin', { ...ours, origin: 'null' }],
    ['from a sibling site', { ...ours, 'sec-fetch-site': 'same-site' }],
  ])('refuses a change that comes %s', async (_, headers) => {
    let hasRun = false
    const handler = route({
      auth: 'public',
      run: () => {
        hasRun = true
        return null
      },
    })
    const response = await handler(post('{}', headers))
    expect(response.status).toBe(403)
    expect(hasRun).toBe(false)
  })

  test('answers a token that Foyer never made without asking anybody, and says what is wrong as RFC 6750 has it', async () => {
    const handler = route({ run: () => ({ secret: 1 }) })
    for (const token of ['', 'x', `foyer_${'A'.repeat(49)}`, 'eyJhbGciOiJub25lIn0.e30.']) {
      const headers = { authorization: `Bearer ${token}` }
      const response = await handler(new Request(`${portal}/api/things`, { headers }))
      expect(response.status, token).toBe(401)
      expect(response.headers.get('www-authenticate')).toBe('Bearer error="invalid_token"')
      expect(response.headers.get('cache-control')).toBe('no-store')
      expect(await problemOf(response)).toMatchObject({ code: 'unauthenticated' })
    }
  })

  test('where anybody may ask, a token changes nothing: a form still needs our origin', async () => {
    const handler = route({ auth: 'public', isForm: true, run: ({ actor }) => ({ actor }) })
    const authorization = 'Bearer x'
    const read = await handler(new Request(`${portal}/api/things`, { headers: { authorization } }))
    expect(await read.json()).toEqual({ actor: null })
    const foreign = { authorization, origin: 'https://evil.example' }
    expect((await handler(post('a=b', foreign))).status).toBe(403)
  })

  test('refuses a body that is not JSON, too large or not typed as JSON, each with its sentence', async () => {
    const handler = route({ auth: 'public', body: z.strictObject({}), run: () => null })
    expect((await problemOf(await handler(post('{')))).detail).toBe('The body is not JSON.')
    expect((await problemOf(await handler(post(JSON.stringify('x'.repeat(300_000)))))).detail).toMatch(
      /larger than 256 KiB/,
    )
    expect((await problemOf(await handler(post('{}', { ...ours, 'content-type': 'text/plain' })))).detail).toMatch(
      /application\/json/,
    )
  })

  test('refuses NUL wherever it appears', async () => {
    const handler = route({ auth: 'public', body: z.strictObject({ a: z.string() }), run: ({ body }) => body })
    expect((await handler(post('{"a":"b\\u0000c"}'))).status).toBe(422)
    const reader = route({ auth: 'public', query: z.strictObject({ q: z.string() }), run: ({ query }) => query })
    expect((await reader(new Request(`${portal}/api/things?q=a%00b`))).status).toBe(422)
  })

  test('names every wrong field, including unknown ones', async () => {
    const handler = route({
      auth: 'public',
      body: z.strictObject({
        subject: z.string('Enter a subject.'),
        at: z.strictObject({ hour: z.number('Enter an hour.') }),
      }),
      run: () => null,
    })
    const response = await handler(post(JSON.stringify({ at: { hour: 'ten' }, colour: 'red' })))
    expect(response.status).toBe(422)
    expect((await problemOf(response)).fields).toEqual({
      subject: 'Enter a subject.',
      'at.hour': 'Enter an hour.',
      colour: 'This field does not exist.',
    })
  })

  test('refuses unknown and doubled query parameters', async () => {
    const handler = route({
      auth: 'public',
      query: z.strictObject({ q: z.string().optional() }),
      run: ({ query }) => query,
    })
    expect((await handler(new Request(`${portal}/api/things?q=a&q=b`))).status).toBe(422)
    expect((await handler(new Request(`${portal}/api/things?qq=a`))).status).toBe(422)
    expect(await (await handler(new Request(`${portal}/api/things?q=a`))).json()).toEqual({ q: 'a' })
  })

  test('an address that cannot exist is simply not found', async () => {
    const handler = route({ auth: 'public', params: z.object({ id: z.uuid() }), run: () => null })
    const response = await handler(new Request(`${portal}/api/things/1`), {
      params: Promise.resolve({ id: '../secrets' }),
    })
    expect(response.status).toBe(404)
  })

  test('shows an error’s public sentence and keeps its private truth', async () => {
    const failing = (error: unknown) =>
      route({
        auth: 'public',
        run: () => {
          throw error
        },
      })(new Request(`${portal}/api/things`))
    const limited = await failing(
      new AppError('rate_limited', 'Wait.', { cause: new Error('secret'), retryAfterSeconds: 3 }),
    )
    expect(limited.status).toBe(429)
    expect(limited.headers.get('retry-after')).toBe('3')
    const unknown = await failing(new Error('password is hunter2'))
    expect(unknown.status).toBe(500)
    expect(await unknown.text()).not.toContain('hunter2')
  })

  test('a lost database is 503 with a delay, never 500', async () => {
    const handler = route({
      auth: 'public',
      run: () => {
        throw Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED', syscall: 'connect' })
      },
    })
    const response = await handler(new Request(`${portal}/api/things`))
    expect(response.status).toBe(503)
    expect(response.headers.get('retry-after')).toBe('5')
  })
})

test('an answer the browser already holds is 304 and costs no body', async () => {
  let made = 0
  async function make(): Promise<object> {
    made += 1
    return { made }
  }
  const first = await conditionalJson(new Request(portal), 'v1', make)
  expect(first.headers.get('cache-control')).toBe('no-store')
  const held = new Request(portal, { headers: { 'if-none-match': `W/"v0", ${first.headers.get('etag')}` } })
  expect((await conditionalJson(held, 'v1', make)).status).toBe(304)
  expect((await conditionalJson(held, 'v2', make)).status).toBe(200)
  expect(made).toBe(2)
})

test('JSON that is packed already says so, and unchanged it has no body either', async () => {
  const asked = (headers: Record<string, string>) => new Request(portal, { headers })
  const packed = async () => gzipSync('{"a":1}')
  const answer = await conditionalJson(asked({}), 'v1', packed)
  expect(answer.headers.get('content-encoding')).toBe('gzip')
  expect(answer.headers.get('content-type')).toBe('application/json')
  expect(gunzipSync(await answer.arrayBuffer()).toString()).toBe('{"a":1}')
  const unchanged = await conditionalJson(asked({ 'if-none-match': '"v1"' }), 'v1', packed)
  expect([unchanged.status, unchanged.headers.get('content-encoding'), await unchanged.text()]).toEqual([304, null, ''])
  const plain = await conditionalJson(asked({}), 'v1', async () => ({ a: 1 }))
  expect([plain.headers.get('content-encoding'), plain.headers.get('vary')]).toEqual([null, 'accept-encoding'])
  expect([takesGzip(asked({ 'accept-encoding': 'br, gzip' })), takesGzip(asked({}))]).toEqual([true, false])
})
