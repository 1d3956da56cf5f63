import { expect, test } from 'vitest'
import { literal } from './like.ts'

test('what LIKE takes for a sign of its own is taken as it is typed', () => {
  expect(literal('100%_a\\b')).toBe('100\\%\\_a\\\\b')
  expect(literal('Ann')).toBe('Ann')
})
