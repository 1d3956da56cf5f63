import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gotoCalls } from './calls.ts'
import { parseGotoJson, stringifyGotoJson } from './json.ts'

const created = gotoCalls.createOrganizer.response.answer

test('an id beyond 2^53 that arrives as a bare number keeps every digit', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 2n ** 63n - 1n }), (id) => {
      expect(created.parse(parseGotoJson(`[{"key":${id},"email":"a@example.net"}]`)).organizerKey).toBe(String(id))
      expect(created.parse(parseGotoJson(`${id}`)).organizerKey).toBe(String(id))
      expect(created.parse(parseGotoJson(`[{"key":"${id}"}]`)).organizerKey).toBe(String(id))
    }),
  )
})

test('a bigint is written as a bare number with all its digits', () => {
  expect(stringifyGotoJson({ key: 300000000001087884n, nested: [9007199254740993n, '1'] })).toBe(
    '{"key":300000000001087884,"nested":[9007199254740993,"1"]}',
  )
})

test('whatever can be written comes back unchanged', () => {
  const value = fc.jsonValue({ noUnicodeString: false }).map((json) => JSON.parse(JSON.stringify(json)))
  fc.assert(
    fc.property(value, (json) => {
      expect(parseGotoJson(JSON.stringify(json))).toEqual(withBigInts(json))
    }),
  )
})

function withBigInts(json: unknown): unknown {
  if (typeof json === 'number' && !Number.isSafeInteger(json) && /^-?\d+$/.test(JSON.stringify(json)))
    return BigInt(JSON.stringify(json))
  if (Array.isArray(json)) return json.map(withBigInts)
  if (typeof json === 'object' && json !== null) {
    const copy = Object.fromEntries(Object.entries(json).map(([key, item]) => [key, withBigInts(item)]))
    return copy
  }
  return json
}
