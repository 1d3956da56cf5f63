import { expect, test } from 'vitest'
import { refusalOfAll } from './refuse-all.ts'

const well = { isDatabaseUsable: () => true, isOverloaded: () => false }
const late = { ...well, isOverloaded: () => true }
const away = { ...well, isDatabaseUsable: () => false }
const documents = ['/', '/sign-in', '/history', '/meetings/new', '/icon.svg']
const calls = ['/api/meetings', '/api/me', '/api/auth/csrf', '/api/nowhere']

test('an overloaded process sheds documents as it sheds calls of the API, and says when to come back', () => {
  for (const path of [...documents, ...calls])
    expect([path, refusalOfAll(path, late)]).toMatchObject([
      path,
      { code: 'upstream_unavailable', retryAfterSeconds: 2 },
    ])
  for (const path of ['/api/livez', '/api/readyz', '/_next/static/x.js']) expect(refusalOfAll(path, late)).toBeNull()
})

test('until the database is there for the first time, everything but livez is asked to come back', () => {
  for (const path of [...documents, ...calls, '/api/readyz'])
    expect([path, refusalOfAll(path, away)]).toMatchObject([
      path,
      { code: 'upstream_unavailable', retryAfterSeconds: expect.any(Number) },
    ])
  expect(refusalOfAll('/api/livez', away)).toBeNull()
})

test('otherwise nobody is refused', () => {
  for (const path of [...documents, ...calls]) expect(refusalOfAll(path, well)).toBeNull()
})
