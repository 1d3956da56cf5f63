import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hotDocuments } from './hot-documents.ts'

const home = `<!doctype html><title>Home</title>${'<p>row</p>'.repeat(200)}`
const findDocument = hotDocuments(
  new Map([
    ['/', home],
    ['/_not-found', 'nothing here'],
  ]),
)
const server = createServer((request, response) => {
  const answer = findDocument(request.url ?? '/', request)
  if (answer) return answer(response)
  response.statusCode = 299
  response.end('left to Next')
})
let url = ''

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => new Promise((resolve) => server.close(resolve)))

describe('a prerendered document', () => {
  test('is the build’s own, compressed as the browser prefers', async () => {
    const plain = await fetch(`${url}/`, { headers: { 'accept-encoding': 'identity' } })
    expect(plain.headers.get('content-encoding')).toBeNull()
    expect(await plain.text()).toBe(home)
    const squeezed = await fetch(`${url}/`, { headers: { 'accept-encoding': 'gzip, br' } })
    expect(squeezed.headers.get('content-encoding')).toBe('br')
    expect(await squeezed.text()).toBe(home)
    expect(Number(squeezed.headers.get('content-length'))).toBeLessThan(home.length / 4)
    const refused = await fetch(`${url}/`, { headers: { 'accept-encoding': 'br;q=0, gzip' } })
    expect(refused.headers.get('content-encoding')).toBe('gzip')
  })

  test('is revalidated, and costs no body when unchanged', async () => {
    const first = await fetch(`${url}/`)
    expect(first.headers.get('cache-control')).toBe('private, no-cache')
    const again = await fetch(`${url}/`, { headers: { 'if-none-match': first.headers.get('etag') ?? '' } })
    expect(again.status).toBe(304)
  })

  test('leaves the router’s own requests, other methods and other pages to Next', async () => {
    expect((await fetch(`${url}/`, { headers: { rsc: '1' } })).status).toBe(299)
    expect((await fetch(`${url}/`, { method: 'POST' })).status).toBe(299)
    expect((await fetch(`${url}/_not-found`)).status).toBe(299)
    expect((await fetch(`${url}/settings`)).status).toBe(299)
  })
})
