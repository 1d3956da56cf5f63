import { expect, test } from 'vitest'
import * as tolerant from './tolerant.ts'

const unseen = [
  ...[
    '\u200B',
    '\u200C\u200D',
    '\u2060',
    '\uFEFF',
    '\u00AD',
    '\u115F',
    '\u1160',
    '\u3164',
    '\uFFA0',
    '\u2800',
    '\u034F',
  ],
  ...['\uFE0F', '\u{E0100}', '\u{E0041}\u{E007F}', '\u202E', '\u2066', '\u200F', '\u061C', '\u180E', ' \u3000\u200B\n'],
]

test('text loses what no database accepts and no page shows, and keeps the rest', () => {
  const sent = 'A\u0000B\u0007\r\n\tC\u0085\u007F \uD800 \u{1F600} é &lt;'
  const kept = 'AB\n\tC \uFFFD \u{1F600} é '
  expect(tolerant.text.parse(sent)).toBe(`${kept}&lt;`)
  expect(tolerant.subject.parse(sent)).toBe(`${kept}<`)
  expect(tolerant.optionalDetail.parse(sent)).toBe(`${kept}&lt;`)
  expect(tolerant.texts.parse([sent])).toEqual([`${kept}&lt;`])
})

test('a detail of only control characters says nothing', () => {
  expect(tolerant.optionalDetail.parse('\u0000')).toBeNull()
})

test.each(unseen)('a text of %j only is none, and such a subject is called so', (sent) => {
  expect(tolerant.text.parse(sent)).toBe('')
  expect(tolerant.optionalDetail.parse(sent)).toBeNull()
  expect(tolerant.subject.parse(sent)).toBe('No subject')
})

test('invisible signs within a text stay: words of some scripts and most families of signs need them', () => {
  for (const text of ['می\u200Cخواهم', '👩\u200D🚀', 'Soft\u00ADware', '한\u3164글'])
    expect(tolerant.text.parse(text)).toBe(text)
})

test('nothing in a text turns the direction of what stands beside it', () => {
  expect(tolerant.text.parse('Pay\u202Eroll\u202C \u2067x\u2069\u2066')).toBe('Payroll x')
  expect(tolerant.text.parse('שלום')).toBe('שלום')
})

test('co-organizer ids lose empty entries, but never one that stands for somebody', () => {
  expect(tolerant.optionalIds.parse([''])).toEqual([])
  expect(tolerant.optionalIds.parse(['', 12, null])).toEqual(['12'])
  expect(tolerant.optionalIds.parse(undefined)).toBeNull()
  expect(tolerant.optionalIds.parse('12')).toEqual(['12'])
  expect(tolerant.optionalIds.safeParse(['jo@example.org']).success).toBe(false)
  expect(tolerant.optionalIds.safeParse({}).success).toBe(false)
})

test.each([
  [0, false],
  [1, true],
  ['TRUE', true],
  ['0', false],
  ['yes', null],
  [' true ', true],
  [[1], true],
  ['', null],
  [undefined, null],
])('%j as a flag is %j', (given, flag) => {
  expect(tolerant.optionalFlag.parse(given)).toBe(flag)
})

test.each([
  ['44', 44],
  [44, 44],
  ['1.5', 1.5],
  [0, 0],
  ['-1', null],
  [-1, null],
  ['N/A', null],
  ['', null],
  [['44'], 44],
  [2 ** 40, null],
  [Number.POSITIVE_INFINITY, null],
])('%j as a count is %j, and never a number that nobody counted', (given, count) => {
  expect(tolerant.optionalCount.parse(given)).toBe(count)
})

test.each([
  ['', null],
  [' ', null],
  ['NA', null],
  ['N/A', null],
  ['n/a', null],
  [[''], null],
  [null, null],
  [undefined, null],
  [0, null],
  [[0], null],
  ['0', null],
  ['1970-01-01T00:00:00.+0000', null],
])('the time %j is unknown, never the first second of 1970', (given, time) => {
  expect(tolerant.optionalInstant.parse(given)).toBe(time)
})

test.each(['soon', '2031-02-30T00:00:00Z', -1, true, []])('%j is not an unknown time but nonsense', (given) => {
  expect(tolerant.optionalInstant.safeParse(given).success).toBe(false)
})

test('a value in an array of one is the value', () => {
  expect(tolerant.instant.parse(['2031-03-04T09:00:00Z'])).toBe('2031-03-04T09:00:00.000Z')
  expect(tolerant.id.parse([421907356])).toBe('421907356')
  expect(tolerant.subject.parse(['Depot'])).toBe('Depot')
})

test('an id is one the database can hold', () => {
  expect(tolerant.id.parse('9223372036854775807')).toBe('9223372036854775807')
  for (const none of ['9223372036854775808', 18_446_744_073_709_551_615n, '99999999999999999999'])
    expect(tolerant.id.safeParse(none).error?.issues[0]?.message).toBe('is not an id')
})

test.each(['', 'N/A', 'na', 0, '0', -1, '-1', true, {}, [], null, undefined])('%j names no session', (given) => {
  expect(tolerant.optionalKey.parse(given)).toBeNull()
  expect(tolerant.key.safeParse(given).success).toBe(false)
})

test.each([
  [66, '66'],
  [['66'], '66'],
  [' 0f9c1f4e-5a55-4b8a-9b0e-0c3f6f3d1a11', '0f9c1f4e-5a55-4b8a-9b0e-0c3f6f3d1a11'],
])('%j names a session as %j', (given, name) => {
  expect(tolerant.optionalKey.parse(given)).toBe(name)
})

test.each([
  [493012345, '493012345'],
  [9007199254740993n, '9007199254740993'],
  [5, '5'],
])('%s where text belongs is what was typed', (given, typed) => {
  expect(tolerant.text.parse(given)).toBe(typed)
  expect(tolerant.detail.parse(given)).toBe(typed)
})

test('an unreadable detail is missing; other text that is none spoils its row', () => {
  for (const none of [{}, [], ['a', 'b'], true]) {
    expect(tolerant.detail.parse(none)).toBe('')
    expect(tolerant.optionalDetail.parse(none)).toBeNull()
    expect(tolerant.audio.parse(none)).toBe('')
    expect(tolerant.optionalAudio.parse(none)).toBeNull()
    expect(tolerant.text.safeParse(none).success).toBe(false)
  }
  expect(tolerant.texts.parse('G2M')).toEqual(['G2M'])
  expect(tolerant.texts.parse(['G2M', {}, null])).toEqual(['G2M'])
})

test.each([5, 'N/A', {}, 'pia', undefined])('%j is nobody’s address', (given) => {
  expect(tolerant.address.parse(given)).toBe('')
  expect(tolerant.address.parse(['pia@example.net'])).toBe('pia@example.net')
})

test('where a time is required, zero is none', () => {
  expect(tolerant.instant.safeParse('1970-01-01T00:00:00Z').success).toBe(false)
  expect(tolerant.instant.parse('1970-01-02T00:00:00Z')).toBe('1970-01-02T00:00:00.000Z')
})

test.each([
  ['PRIVATE', 'Private'],
  ['voip', 'VoIP'],
  ['US: +1 (555) 010-0000', 'US: +1 (555) 010-0000'],
])('the audio %j is spelled %j', (given, audio) => {
  expect(tolerant.audio.parse(given)).toBe(audio)
})
