import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseGuests } from './parse-guests.ts'

describe('a pasted list of people', () => {
  test.each([
    ['Ann <ann@x.org>; bob@x.org', ['Ann <ann@x.org>', ' <bob@x.org>']],
    ['bob@x.org, cy@y.co.uk', [' <bob@x.org>', ' <cy@y.co.uk>']],
    ['"Doe, Jo" <jo@x.org>, Ann <ann@x.org>', ['Doe, Jo <jo@x.org>', 'Ann <ann@x.org>']],
    ['Doe, Jo <jo@x.org>; Lee, Kim <kim@x.org>', ['Doe, Jo <jo@x.org>', 'Lee, Kim <kim@x.org>']],
    ['Ann Lee\tann@x.org\nBob\tbob@x.org', ['Ann Lee <ann@x.org>', 'Bob <bob@x.org>']],
    ['ann@x.org bob@x.org', [' <ann@x.org>', ' <bob@x.org>']],
    ['<ann@x.org>', [' <ann@x.org>']],
    ['mailto:ann@x.org', [' <ann@x.org>']],
    ['Ann (ann@x.org)', ['Ann <ann@x.org>']],
    ['Søren Ø. <soren.o+meet@x.org>', ['Søren Ø. <soren.o+meet@x.org>']],
    ['ann@x.org, ANN@x.org', [' <ann@x.org>']],
  ])('%s', (text, expected) => {
    const { guests, rest } = parseGuests(text)
    expect(guests.map(({ name, email }) => `${name} <${email}>`)).toEqual(expected)
    expect(rest).toBe('')
  })

  test.each([
    ['Ann <ann@x.org>, bob@', 1, 'bob@'],
    ['Ann; bob@x.org', 1, 'Ann'],
    ['ann@@x.org', 0, 'ann@@x.org'],
    ['somebody', 0, 'somebody'],
    ['ann@localhost; bob@x.org', 1, 'ann@localhost'],
  ])('what cannot be read of “%s” is handed back as it was typed', (text, count, expected) => {
    const { guests, rest } = parseGuests(text)
    expect([guests.length, rest]).toEqual([count, expected])
  })

  test('nobody is lost: every address of a list is read or handed back', () => {
    const addresses = fc.array(
      fc.integer({ min: 1, max: 999 }).map((number) => `p${number}@x.org`),
      { minLength: 1 },
    )
    fc.assert(
      fc.property(addresses, fc.constantFrom(', ', '; ', '\n', ' ', ','), (list, separator) => {
        const { guests, rest } = parseGuests(list.join(separator))
        expect(new Set(guests.map(({ email }) => email))).toEqual(new Set(list))
        expect(rest).toBe('')
      }),
    )
  })

  test('reading a long text takes no time that grows with its square', () => {
    const startedAt = performance.now()
    parseGuests(`${'a'.repeat(50_000)} ${'b@'.repeat(20_000)}`)
    expect(performance.now() - startedAt).toBeLessThan(1_000)
  })
})
