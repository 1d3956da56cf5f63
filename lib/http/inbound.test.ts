import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { addressHeader, replaceInternalHeaders, requestIdHeader } from './inbound.ts'

test('who the client is and which request this is, no client says', () => {
  const headers = inbound({ [addressHeader]: '9.9.9.9', [requestIdHeader]: 'mine', 'x-forwarded-host': 'evil.example' })
  expect(headers[addressHeader]).toBe('203.0.113.9')
  expect(headers[requestIdHeader]).not.toBe('mine')
  expect(headers['x-forwarded-host']).toBe('localhost:3000')
})

test.each(['range', 'if-range', 'if-match', 'if-unmodified-since'])(
  'a file is always wanted whole: %s reaches nobody',
  (name) => expect(inbound({ [name]: 'bytes=9-1' })).not.toHaveProperty(name),
)

test('what says that a file is known already stays', () => {
  const known = { 'if-none-match': '"a"', 'if-modified-since': 'Tue, 24 Nov 2026 10:00:00 GMT' }
  expect(inbound(known)).toMatchObject(known)
})

function inbound(headers: Record<string, string>): IncomingMessage['headers'] {
  const request = { headers: { ...headers }, socket: { remoteAddress: '203.0.113.9' } } as unknown as IncomingMessage
  replaceInternalHeaders(request)
  return request.headers
}
