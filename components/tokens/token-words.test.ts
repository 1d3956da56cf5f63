import { expect, test } from 'vitest'
import { curlExample } from './curl-example.ts'
import { tokenOf } from './fixture.ts'
import { sortTokens } from './token-sort.ts'
import { agoText, endsSoon, endText, scopesText } from './token-words.ts'

const now = new Date('2026-11-24T10:04:00.000Z')

test('how long ago is rounded down: nothing was used before it was', () => {
  expect(agoText('2026-11-24T10:03:30.000Z', now)).toBe('just now')
  expect(agoText('2026-11-24T10:01:00.000Z', now)).toBe('3 min ago')
  expect(agoText('2026-11-24T10:00:30.000Z', now)).toBe('3 min ago')
  expect(agoText('2026-11-21T10:04:00.000Z', now)).toBe('3 days ago')
})

test('when a token ends is said by what became of it', () => {
  expect(endText(tokenOf({ expiresAt: '2026-11-27T10:04:00.000Z' }), now)).toBe('Ends in 3 days')
  expect(endText(tokenOf({ expiresAt: '2026-11-27T10:02:00.000Z' }), now)).toBe('Ends in 3 days')
  expect(endText(tokenOf({ expiresAt: '2026-11-26T10:03:00.000Z' }), now)).toBe('Ends in 47 h')
  expect(endText(tokenOf({ state: 'expired', expiresAt: '2026-11-24T09:04:00.000Z' }), now)).toBe('Expired 1 h ago')
  expect(endText(tokenOf({ state: 'revoked', revokedAt: '2026-11-24T10:00:00.000Z' }), now)).toBe('Revoked 4 min ago')
  expect(endsSoon(tokenOf({ expiresAt: '2026-11-30T10:04:00.000Z' }), now)).toBe(true)
  expect(endsSoon(tokenOf({ state: 'expired', expiresAt: '2026-11-20T10:04:00.000Z' }), now)).toBe(false)
})

test('scopes read in plain words, and by their names where there are none yet', () => {
  expect(scopesText(['meetings:read', 'people:read', 'changes:read'])).toBe('See meetings, Find people, changes:read')
})

test('the example asks for what the token may read, and schedules where it may only do that', () => {
  const line = curlExample('foyer_x', ['meetings:write', 'history:read'], 'https://meet.example.com')
  expect(line).toBe('curl -H "Authorization: Bearer foyer_x" "https://meet.example.com/api/history"')
  expect(curlExample('foyer_x', ['meetings:write'], 'https://meet.example.com')).toContain(' -d \'{"subject"')
})

test('whatever tokens are sorted by, those that work stand first', () => {
  const tokens = [
    tokenOf({ id: 'a', name: 'A', state: 'revoked', revokedAt: '2026-11-20T00:00:00.000Z' }),
    tokenOf({ id: 'c', name: 'C', lastUsedAt: null }),
    tokenOf({ id: 'b', name: 'b' }),
  ]
  const ids = (by: 'name' | 'used', isDescending: boolean) =>
    sortTokens(tokens, { by, isDescending })
      .map(({ id }) => id)
      .join('')
  expect([ids('name', false), ids('name', true), ids('used', true)]).toEqual(['bca', 'cba', 'bca'])
})
