import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalizeEmail } from './email.ts'

test('spelling and spaces around an address do not make two people', () => {
  expect(normalizeEmail(' Olivia@Example.COM ')).toBe('olivia@example.com')
})

test.each([
  'a@b@example.com',
  'a@example.com,b@example.com',
  'a@example.com b@example.com',
  '"a@b"@example.com',
  'Ada <ada@example.com>',
  'ada@example.com\nbcc: x@example.com',
  'ada@exаmple.com',
  'ada＠example.com',
  'ada',
  '@example.com',
  'ada@',
  '',
])('%j cannot prove who somebody is', (text) => {
  expect(normalizeEmail(text)).toBeNull()
})

test('an address is normalised to itself, whatever was typed', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.emailAddress()), (text) => {
      const email = normalizeEmail(text)
      if (email !== null) expect(normalizeEmail(email)).toBe(email)
    }),
  )
})
