import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { parseGuests, whyNotRead, whyNotTyped } from './parse-guests.ts'

/** How many characters patterns go over altogether, and how many at most those are given that look for an address. */
function workOn(text: string): { steps: number; longestTried: number } {
  const work = { steps: 0, longestTried: 0 }
  const exec = RegExp.prototype.exec
  const spy = vi.spyOn(RegExp.prototype, 'exec').mockImplementation(function (this: RegExp, subject: string) {
    const from = this.global || this.sticky ? this.lastIndex : 0
    const found = exec.call(this, subject)
    // A sticky pattern, as split uses one, looks at one place; another goes on until it finds.
    const until = found ? found.index + found[0].length : this.sticky ? from : subject.length
    work.steps += until - from + 1
    if (this.source.includes('mailto')) work.longestTried = Math.max(work.longestTried, subject.length)
    return found
  })
  parseGuests(text)
  spy.mockRestore()
  return work
}

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
    ['o’brien@x.org, Pat O’Hara <pat.o’hara@x.org>', [" <o'brien@x.org>", "Pat O’Hara <pat.o'hara@x.org>"]],
    ['Søren Ø. <soren.o+meet@x.org>', ['Søren Ø. <soren.o+meet@x.org>']],
    ['ann@x.org, ANN@x.org', [' <ann@x.org>']],
    ['Taylor, Fiona <fiona@x.org>, lisa@y.org', ['Taylor, Fiona <fiona@x.org>', ' <lisa@y.org>']],
    [
      '"Taylor, Fiona" <fiona@x.org>, "Klein, Robert" <rob@x.org>',
      ['Taylor, Fiona <fiona@x.org>', 'Klein, Robert <rob@x.org>'],
    ],
    ['Fiona Taylor fiona@x.org, lisa@y.org', ['Fiona Taylor <fiona@x.org>', ' <lisa@y.org>']],
    ["Pat O'Brien <pat.o'brien@x.org>, o'brien@y.org", ["Pat O'Brien <pat.o'brien@x.org>", " <o'brien@y.org>"]],
    ["'bob@x.org' <bob@x.org>; 'Ann Lee' <ann@x.org>", [' <bob@x.org>', 'Ann Lee <ann@x.org>']],
    ['info@müller.example, INFO@xn--mller-kva.example', [' <info@müller.example>']],
    ['Write to ann@x.org.', ['Write to <ann@x.org>']],
    ['Lee\tAnn\tann@x.org\tSales\nKim\tBo\tbo@x.org\tSales', ['Lee Ann <ann@x.org>', 'Kim Bo <bo@x.org>']],
    ['Ann Lee\tSales\tann@x.org', ['Ann Lee <ann@x.org>']],
    ['ann@x.org\tbob@x.org\tCy Wu\tcy@x.org', [' <ann@x.org>', ' <bob@x.org>', 'Cy Wu <cy@x.org>']],
  ])('%s', (text, expected) => {
    const { guests, others } = parseGuests(text)
    expect(guests.map(({ name, email }) => `${name} <${email}>`)).toEqual(expected)
    expect(others).toEqual([])
  })

  test.each([
    ['Ann <ann@x.org>, bob@', 1, 'bob@'],
    ['Ann; bob@x.org', 1, 'Ann'],
    ['ann@@x.org', 0, 'ann@@x.org'],
    ['somebody', 0, 'somebody'],
    ['ann@localhost; bob@x.org', 1, 'ann@localhost'],
  ])('what cannot be read of “%s” is handed back as it was typed', (text, count, expected) => {
    const { guests, others } = parseGuests(text)
    expect([guests.length, others.join(', ')]).toEqual([count, expected])
  })

  test.each([
    ['Fiona Taylor, lisa@y.org, Robert Klein', ' <lisa@y.org>', 'Fiona Taylor, Robert Klein'],
    ['Fiona Taylor; lisa@y.org\nRobert Klein', ' <lisa@y.org>', 'Fiona Taylor, Robert Klein'],
    ['Fiona Taylor, <lisa@y.org>', ' <lisa@y.org>', 'Fiona Taylor'],
    ['Fiona Taylor, lisa@y.org <lisa@y.org>', ' <lisa@y.org>', 'Fiona Taylor'],
    ['Fiona Taylor, Lisa Marsh lisa@y.org', 'Lisa Marsh <lisa@y.org>', 'Fiona Taylor'],
    ['Robert Klein, Taylor, Fiona <fiona@x.org>', 'Taylor, Fiona <fiona@x.org>', 'Robert Klein'],
  ])('nobody gets the address of somebody else: %s', (text, expected, left) => {
    const { guests, others } = parseGuests(text)
    expect(guests.map(({ name, email }) => `${name} <${email}>`)).toEqual([expected])
    expect(others.join(', ')).toBe(left)
  })

  test.each([
    ['Dana Reyes; Sam Okafor', ['Dana Reyes', 'Sam Okafor']],
    ['Dana Reyes\r\nSam Okafor\r\n', ['Dana Reyes', 'Sam Okafor']],
    ['Dana Reyes, Sam Okafor, Jo Ek', ['Dana Reyes', 'Sam Okafor', 'Jo Ek']],
    ['Reyes, Dana; Okafor, Sam', ['Reyes, Dana', 'Okafor, Sam']],
    ['Reyes\tDana\nOkafor\tSam', ['Reyes\tDana', 'Okafor\tSam']],
    ['Dana; Dana', ['Dana']],
  ])('names stay names, and two beside each other may be one: %j', (text, expected) => {
    expect(parseGuests(text)).toEqual({ guests: [], others: expected })
  })

  test.each([
    ['jörg@example.org', 'refuse “ö”'],
    ['Jörg <jörg@example.org>', 'refuse “ö”'],
    ['ann@@x.org', '“ann@@x.org” isn’t an e-mail address'],
    ['bob@', '“bob@” isn’t an e-mail address'],
    ['ann and bob@x.org <ann@x.org>', 'isn’t an e-mail address'],
  ])('what is wrong with %s is said', (entry, because) => {
    expect(parseGuests(entry).others).toEqual([entry])
    expect(whyNotRead(entry)).toContain(because)
  })

  test.each([
    ['jörg@example.org', true],
    ['ann@x.org jörg@example.org', true],
    ['ann@@x.org', true],
    ['jörg', false],
    ['jörg@', false],
    ['jörg@example', false],
    ['jörg@example.o', false],
    ['ann@x.org bob@x.org', false],
  ])('while %s is typed, whether something is wrong with it is known: %s', (text, isKnown) => {
    expect(whyNotTyped(text) !== null).toBe(isKnown)
  })

  test('what is far too long for a name and an address is handed back as it was typed', () => {
    const long = `${'y'.repeat(500)} <ann@x.org>`
    expect(parseGuests(`${long}; bob@x.org`)).toEqual({ guests: [{ name: '', email: 'bob@x.org' }], others: [long] })
  })

  test('nobody is lost: every address of a list is read or handed back', () => {
    const addresses = fc.array(
      fc.integer({ min: 1, max: 999 }).map((number) => `p${number}@x.org`),
      { minLength: 1 },
    )
    fc.assert(
      fc.property(addresses, fc.constantFrom(', ', '; ', '\n', ' ', ','), (list, separator) => {
        const { guests, others } = parseGuests(list.join(separator))
        expect(new Set(guests.map(({ email }) => email))).toEqual(new Set(list))
        expect(others).toEqual([])
      }),
    )
  })

  test.each([
    ['one long word', `${'a'.repeat(50_000)} ${'b@'.repeat(20_000)}`],
    ['blanks in the middle', `a${' '.repeat(50_000)}b@x.org`],
    ['commas', 'a,'.repeat(20_000)],
    ['words', 'a '.repeat(20_000)],
    ['brackets', '<('.repeat(20_000)],
    ['quotes', '"a'.repeat(20_000)],
    ['an address without an end', `b@${'a.'.repeat(20_000)}`],
    ['addresses', 'b@x.org '.repeat(5_000)],
  ])('work on a text of %s grows with its length, not with its square', (_, text) => {
    const { steps, longestTried } = workOn(text)
    // A pattern that may try the same characters again and again gets only what could be one entry.
    expect(longestTried).toBeLessThanOrEqual(400)
    expect(workOn('Ann <ann@x.org>').longestTried).toBe(15)
    const quarter = text.slice(0, text.length / 4)
    expect(steps / text.length).toBeLessThan(1.5 * (workOn(quarter).steps / quarter.length))
  })
})
