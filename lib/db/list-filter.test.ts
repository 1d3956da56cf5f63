import { expect, test } from 'vitest'
import { matching, seekAtMost } from './list-filter.ts'

const conditionsOf = (q: string) =>
  JSON.stringify(matching(q), (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)).split(
    'contains',
  ).length - 1

test('the same part of a search again asks for nothing more', () => {
  expect(conditionsOf('100 '.repeat(50))).toBe(conditionsOf('100'))
  expect(conditionsOf('1-2-3-4-5-6 '.repeat(16))).toBe(conditionsOf('1-2-3-4-5-6'))
})

test('a word asks for a few readings at most, however it is written', () => {
  const plain = conditionsOf('muller')
  expect(conditionsOf('müller')).toBe(2 * plain)
  expect(conditionsOf('mueller')).toBe(plain)
  const worst = ["ö'ö ä'ä ü'ü å'å ø'ø bö'ö", "ö'ä'ü'å'ø'öb'öc'öd'öe'öf'ög'öh", '김민수öa 김민수öb 김민수öc '.repeat(4)]
  for (const q of worst) expect(conditionsOf(q), q).toBeLessThanOrEqual(4 * 12 * plain)
})

test.each([
  'aa ba ca da ea fa ga ha ia ja ka la ma',
  Array.from({ length: 13 }, (_, nth) => 100 + nth).join(' '),
  '1-2-3-4-5 6-7-8-9 10-20-30 41-52',
])('a search of more than twelve words is refused, however they are written: %s', (q) => {
  expect(() => matching(q)).toThrow('At most 12 words.')
})

test('words behind a link to a meeting count, too', () => {
  const link = `https://meet.goto.com/123456789?${'aa ba ca da ea fa ga ha ia ja ka la ma'}`
  expect(() => seekAtMost(link)).toThrow('At most 12 words.')
  expect(matching(link)).toEqual({ gotoMeetingId: 123456789n })
})
