import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BrokenReply, rowSplitter } from './split-rows.ts'
import { OversizedReply } from './transport.ts'

/** The rows of a text that arrives in pieces of these lengths, repeating. */
function split(text: string, lengths: number[] = [Number.POSITIVE_INFINITY]) {
  const rows: string[] = []
  const splitter = rowSplitter((row) => rows.push(row))
  const bytes = Buffer.from(text)
  for (let at = 0, nth = 0; at < bytes.length; nth += 1) {
    const length = lengths[nth % lengths.length] ?? 1
    splitter.push(bytes.subarray(at, at + length))
    at += length
  }
  return { rows, rest: splitter.end() }
}

test('the rows of any list, however written and wherever cut, come out as they were', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(']', '[', '},{', '\\', '"', '\\"', 'é', '😀', '\u2028'),
  )
  const value = fc.oneof(fc.jsonValue(), fc.dictionary(text, fc.oneof(text, fc.array(text))))
  const lengths = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 })
  fc.assert(
    fc.property(fc.array(value), lengths, fc.constantFrom(undefined, 2, '\t'), (values, pieces, indent) => {
      const { rows, rest } = split(JSON.stringify(values, null, indent), pieces)
      expect(rows.map((row) => JSON.parse(row))).toEqual(JSON.parse(JSON.stringify(values)))
      expect(rest).toBeNull()
    }),
    { numRuns: 300 },
  )
})

test.each([
  ['[]', []],
  [' \n[ ]\n', []],
  ['\uFEFF[1]', ['1']],
  ['[{"a":[1,"],["]}, null]', ['{"a":[1,"],["]}', ' null']],
])('%j', (text, rows) => {
  expect(split(text)).toEqual({ rows, rest: null })
})

test.each(['{"message":"no list"}', '<!doctype html>', '"text"', 'null'])(
  '%s is not a list and comes back as it is',
  (text) => {
    expect(split(text, [3])).toEqual({ rows: [], rest: text })
  },
)

test.each(['', ' \n'])('%j is empty', (text) => {
  expect(split(text)).toEqual({ rows: [], rest: '' })
})

describe('a broken list is never taken for a shorter one', () => {
  test.each(['[', '[1', '[1,', '[{"a":1}', '[{"a":"]', '[[1]', '[,1]', '[1,,2]', '[1,]', '[1] [2]', '[1]x'])(
    '%s',
    (text) => {
      expect(() => split(text)).toThrow(BrokenReply)
    },
  )

  test('every list that stops early', () => {
    const whole = JSON.stringify([{ a: 'x]' }, [1, 2], null])
    for (let length = 1; length < whole.length; length += 1) {
      expect(() => split(whole.slice(0, length)), whole.slice(0, length)).toThrow(BrokenReply)
    }
  })
})

test('a row without an end is abandoned before it fills the memory', () => {
  const splitter = rowSplitter(() => undefined)
  splitter.push(Buffer.from('["'))
  const more = () => {
    for (let nth = 0; nth < 100; nth += 1) splitter.push(Buffer.alloc(64 * 1024, 'x'))
  }
  expect(more).toThrow(OversizedReply)
})
