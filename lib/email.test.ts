import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lowerEmail, normalizeEmail, whyNotEmail } from './email.ts'

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
  '\u212Aim@example.com',
  'kim@\u212Aranz.example',
  'İda@example.com',
  'ida@İstanbul.example',
  'ada@ﬁrma.example',
  'ada@ſtadt.example',
  'jörg@example.org',
  'ada@παράδειγμα.example',
  'ada',
  `${'a'.repeat(65)}@example.com`,
  `ada@${'a'.repeat(64)}.example`,
  `ada@${'ü'.repeat(60)}.example`,
  'ada@1.2.3.4',
  'ada@example.123',
  'ada@xn--a.example',
  'ada@xn--.example',
  'ada@müller-.example',
  'ada@-müller.example',
  'ada@example-.com',
  'ada@example..com',
  'ada@example.com.',
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

test.each([
  ['info@müller.example', 'info@xn--mller-kva.example'],
  ['INFO@MÜLLER.example', 'info@xn--mller-kva.example'],
  ['info@mu\u0308ller.example', 'info@xn--mller-kva.example'],
  ['info@xn--mller-kva.example', 'info@xn--mller-kva.example'],
  [`${'a'.repeat(64)}@${'b'.repeat(63)}.example`, `${'a'.repeat(64)}@${'b'.repeat(63)}.example`],
  ['ada@3com.example', 'ada@3com.example'],
  ['ada@mail.xn--p1ai', 'ada@mail.xn--p1ai'],
  ["O'Brien@example.org", "o'brien@example.org"],
])('%s is one address, however its domain is written', (text, email) => {
  expect(normalizeEmail(text)).toBe(email)
  expect(lowerEmail(text)).toBe(email)
  expect(whyNotEmail(text)).toBeNull()
})

test('two addresses are one only where they are the same address', () => {
  expect(lowerEmail('\u212Aim@example.com')).not.toBe(lowerEmail('kim@example.com'))
  expect(lowerEmail('ıda@example.com')).not.toBe(lowerEmail('ida@example.com'))
  expect(lowerEmail('JÖRG@example.org')).toBe(lowerEmail('jo\u0308rg@example.org'))
})

test.each([
  ['jörg@example.org', 'many mail servers refuse “ö” before the @'],
  ['\u212Aim@example.com', 'before the @'],
  ['ada@exаmple.com', '“exаmple.com” has letters that look like others'],
  ['ann@localhost', 'lacks the end of its domain'],
  ['ann@@example.org', 'isn’t an e-mail address'],
  ['ann@', 'isn’t an e-mail address'],
  ['.ann@example.org', 'dots stand only between letters'],
  ['ann@exa_mple.org', 'isn’t an e-mail address'],
  [`${'a'.repeat(300)}@example.org`, 'isn’t an e-mail address'],
  [`${'a'.repeat(65)}@example.org`, 'at most 64 characters stand before the @'],
  [`ann@${'a'.repeat(64)}.example`, 'no mail server can have the name after the @'],
  ['ann@1.2.3.4', 'no mail server can have the name after the @'],
  ['ann@xn--a.example', 'no mail server can have the name after the @'],
  ['ann@müller-.example', 'no mail server can have the name after the @'],
  ['ann@example..org', 'no mail server can have the name after the @'],
])('%s is refused by name', (text, because) => {
  const said = whyNotEmail(text) ?? ''
  expect(said).toContain(because)
  expect(said).toContain(text.slice(0, 50))
})

test('what can be invited is an address for comparison, and nothing else is', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.emailAddress()), (text) => {
      if (whyNotEmail(text) === null) expect(normalizeEmail(text)).not.toBeNull()
    }),
  )
})
