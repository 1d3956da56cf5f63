import { expect, test } from 'vitest'
import * as tolerant from './tolerant.ts'

test('text loses what no database accepts and no page shows, and keeps the rest', () => {
  const sent = 'A\u0000B\u0007\r\n\tC\u0085\u007F \uD800 \u{1F600} é &lt;'
  const kept = 'AB\n\tC \uFFFD \u{1F600} é '
  expect(tolerant.text.parse(sent)).toBe(`${kept}&lt;`)
  expect(tolerant.subject.parse(sent)).toBe(`${kept}<`)
  expect(tolerant.optionalText.parse(sent)).toBe(`${kept}&lt;`)
  expect(tolerant.texts.parse([sent])).toEqual([`${kept}&lt;`])
})

test('optional text of only control characters says nothing', () => {
  expect(tolerant.optionalText.parse('\u0000')).toBeNull()
})

test('co-organizer ids lose empty entries, but never one that stands for somebody', () => {
  expect(tolerant.optionalIds.parse([''])).toEqual([])
  expect(tolerant.optionalIds.parse(['', 12, null])).toEqual(['12'])
  expect(tolerant.optionalIds.parse(undefined)).toBeNull()
  expect(tolerant.optionalIds.safeParse(['jo@example.org']).success).toBe(false)
})

test.each([
  [0, false],
  [1, true],
  ['TRUE', true],
  ['0', false],
  ['yes', null],
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
  [2 ** 40, null],
  [Number.POSITIVE_INFINITY, null],
])('%j as a count is %j, and never a number that nobody counted', (given, count) => {
  expect(tolerant.optionalCount.parse(given)).toBe(count)
})

test.each([
  ['', null],
  [null, null],
  [undefined, null],
  [0, null],
  ['0', null],
  ['1970-01-01T00:00:00.+0000', null],
])('the time %j is unknown, never the first second of 1970', (given, time) => {
  expect(tolerant.optionalInstant.parse(given)).toBe(time)
})

test.each(['soon', '2031-02-30T00:00:00Z', -1, true, []])('%j is not an unknown time but nonsense', (given) => {
  expect(tolerant.optionalInstant.safeParse(given).success).toBe(false)
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
