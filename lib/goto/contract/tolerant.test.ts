import { expect, test } from 'vitest'
import * as tolerant from './tolerant.ts'

test('text loses what no database takes and no page shows, and keeps the rest', () => {
  const sent = 'A\u0000B\u0007\r\n\tC\u0085\u007F \uD800 \u{1F600} é &lt;'
  const kept = 'AB\n\tC \uFFFD \u{1F600} é '
  expect(tolerant.text.parse(sent)).toBe(`${kept}&lt;`)
  expect(tolerant.subject.parse(sent)).toBe(`${kept}<`)
  expect(tolerant.optionalText.parse(sent)).toBe(`${kept}&lt;`)
  expect(tolerant.texts.parse([sent])).toEqual([`${kept}&lt;`])
})

test('optional text of nothing but control characters says nothing', () => {
  expect(tolerant.optionalText.parse('\u0000')).toBeNull()
})
