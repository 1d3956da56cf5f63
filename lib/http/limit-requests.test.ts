import { expect, test } from 'vitest'
import type { Actor } from '#lib/auth/actor.ts'
import { costly, limitRequests } from './limit-requests.ts'

const standing = { isAdministrator: false, organizerIds: [], organizerKeys: [], groupIds: [], managedGroupIds: [] }
const erin: Actor = {
  kind: 'user',
  personId: 'erin',
  sessionId: 's',
  name: 'Erin',
  email: null,
  via: 'company',
  ...standing,
}

function times(count: number, run: () => void): void {
  for (let nth = 0; nth < count; nth += 1) run()
}

test('a flood from one address is refused with a delay, and another address is not', () => {
  const flood = () => times(301, () => limitRequests(null, '203.0.113.1', { method: 'GET' }, 1_000))
  expect(flood).toThrow(expect.objectContaining({ code: 'rate_limited', retryAfterSeconds: expect.any(Number) }))
  expect(() => limitRequests(null, '203.0.113.2', { method: 'GET' }, 1_000)).not.toThrow()
})

test('who has many IPv6 addresses is limited as one; another line is not', () => {
  const flood = () =>
    Array.from({ length: 301 }).forEach((_, nth) => {
      limitRequests(null, `2001:db8::${nth.toString(16)}`, { method: 'GET' }, 1_000)
    })
  expect(flood).toThrow(expect.objectContaining({ code: 'rate_limited' }))
  expect(() => limitRequests(null, '2001:db8:0:1::1', { method: 'GET' }, 1_000)).not.toThrow()
})

test('the limit refills', () => {
  times(300, () => limitRequests(null, '203.0.113.3', { method: 'GET' }, 1_000))
  expect(() => limitRequests(null, '203.0.113.3', { method: 'GET' }, 1_000)).toThrow()
  expect(() => limitRequests(null, '203.0.113.3', { method: 'GET' }, 2_000)).not.toThrow()
})

test('a person may read as often as the page asks, but not flood it with changes', () => {
  expect(() => times(5_000, () => limitRequests(erin, '', { method: 'GET' }, 1_000))).not.toThrow()
  expect(() => times(301, () => limitRequests(erin, '', { method: 'POST' }, 1_000))).toThrow()
})

test('calling GoTo while a person waits counts for many, and nobody else is held up', () => {
  const olivia: Actor = { ...erin, personId: 'olivia' }
  const press = () => limitRequests(olivia, '', { method: 'POST', cost: costly }, 1_000)
  expect(() => times(12, press)).not.toThrow()
  expect(press).toThrow(expect.objectContaining({ code: 'rate_limited' }))
  expect(() => limitRequests({ ...erin, personId: 'mara' }, '', { method: 'POST', cost: costly }, 1_000)).not.toThrow()
})

test('a file made for a person counts even though it is a read', () => {
  const dana: Actor = { ...erin, personId: 'dana' }
  expect(() => times(13, () => limitRequests(dana, '', { method: 'GET', cost: costly }, 1_000))).toThrow()
})

test('a program that asks for too much stops neither its owner’s pages nor another program of theirs', () => {
  const program = (tokenId: string): Actor => ({ kind: 'token', tokenId, personId: 'erin', scopes: [], ...standing })
  const flood = () => times(301, () => limitRequests(program('nightly'), '', { method: 'POST' }, 1_000_000))
  expect(flood).toThrow(expect.objectContaining({ code: 'rate_limited' }))
  for (const other of [erin, program('wallboard')])
    expect(() => limitRequests(other, '', { method: 'POST' }, 1_000_000)).not.toThrow()
})
