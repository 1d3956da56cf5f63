import { afterEach, expect, test, vi } from 'vitest'
import { api } from './api.ts'

afterEach(() => vi.unstubAllGlobals())

/** A server whose answers have a version; says what it was asked with. */
function serve(state: { version: string | null; names: string[] }): (string | null)[] {
  const asked: (string | null)[] = []
  vi.stubGlobal('fetch', async (_: string, init: RequestInit) => {
    const etag = state.version && `"${state.version}"`
    const tag = new Headers(init.headers).get('if-none-match')
    asked.push(tag)
    if (tag !== null && tag === etag) return new Response(null, { status: 304, headers: { etag } })
    return Response.json({ names: state.names }, etag ? { headers: { etag } } : {})
  })
  return asked
}

test('an answer that has not changed is not sent again, and is the very same', async () => {
  const state = { version: 'v1', names: ['Olivia'] }
  const asked = serve(state)
  const first = await api('/api/first')
  const second = await api('/api/first')
  expect(second).toBe(first)
  Object.assign(state, { version: 'v2', names: ['Mara'] })
  expect(await api('/api/first')).toEqual({ names: ['Mara'] })
  expect(asked).toEqual([null, '"v1"', '"v1"'])
})

test('each address has its own version, and changes ask with none', async () => {
  const asked = serve({ version: 'v1', names: [] })
  await api('/api/second')
  await api('/api/second', { query: { q: 'x' } })
  await api('/api/second', { method: 'POST', body: {} })
  expect(asked).toEqual([null, null, null])
})

test('an answer without a version takes the place of one that had it', async () => {
  const state: { version: string | null; names: string[] } = { version: 'v1', names: ['Olivia'] }
  const asked = serve(state)
  await api('/api/third')
  state.version = null
  await api('/api/third')
  await api('/api/third')
  expect(asked).toEqual([null, '"v1"', null])
})

test('a page left open for days holds no more than the lists it shows', async () => {
  const asked = serve({ version: 'v1', names: [] })
  await api('/api/fourth')
  for (let nth = 0; nth < 30; nth += 1) await api('/api/fourth', { query: { cursor: nth } })
  await api('/api/fourth')
  expect(asked.at(-1)).toBeNull()
})

test('whoever is asked to give an administrator the request ID reads it', async () => {
  const detail = 'GoTo’s answer cannot be used. Try again; if it keeps happening, give an administrator the request ID.'
  const problem = { type: 'about:blank', title: 'T', status: 502, detail, code: 'upstream_rejected', requestId: 'r-17' }
  vi.stubGlobal('fetch', async () => Response.json(problem, { status: 502 }))
  await expect(api('/api/any')).rejects.toThrow('give an administrator the request ID r-17.')
})
