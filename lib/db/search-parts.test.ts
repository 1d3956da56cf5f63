import { expect, test } from 'vitest'
import { searchParts, seekAtMost } from './search-parts.ts'
import { every, params, subjectCondition } from './search-sql.ts'

function conditionsOf(q: string): number {
  const { param } = params()
  const sql = every(searchParts(q).map((part) => subjectCondition(part, new Map())))(param)
  return sql.split('LIKE').length - 1
}

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
  expect(() => searchParts(q)).toThrow('At most 12 words.')
})

test('words behind a link to a meeting count, too', () => {
  const link = `https://meet.goto.com/123456789?${'aa ba ca da ea fa ga ha ia ja ka la ma'}`
  expect(() => seekAtMost(link)).toThrow('At most 12 words.')
  expect(searchParts(link)).toEqual([{ said: [], numbers: { gte: 123456789n, lt: 123456790n } }])
})
