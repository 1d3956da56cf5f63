import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { accepts } from './accepts.ts'
import { gzipWith, packStart } from './gzip-parts.ts'

test('a start packed once and an end of one’s own are the whole text, in one stream that any reader reads', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), async (start, end) => {
      expect(gunzipSync(gzipWith(await packStart(start), end)).toString()).toBe(start + end)
    }),
    { numRuns: 50 },
  )
})

test('an end may be longer than what one block holds', async () => {
  const start = await packStart('{"items":[')
  for (const length of [0, 1, 65_534, 65_535, 65_536, 131_070, 200_000]) {
    const end = 'x'.repeat(length)
    expect(gunzipSync(gzipWith(start, end)).toString()).toBe(`{"items":[${end}`)
  }
})

test('what a browser takes is read from its Accept-Encoding, refusals included', () => {
  expect(accepts('gzip', 'gzip, deflate, br, zstd')).toBe(true)
  expect(accepts('gzip', 'br;q=1.0, gzip;q=0.5')).toBe(true)
  expect(accepts('gzip', 'gzip;q=0')).toBe(false)
  expect(accepts('gzip', 'gzip; q=0.0, br')).toBe(false)
  expect(accepts('gzip', 'gzip;q=0.01')).toBe(true)
  expect(accepts('br', 'gzip')).toBe(false)
  expect(accepts('gzip', '')).toBe(false)
})
