import { expect, test } from 'vitest'
import { literal } from './like.ts'

test('characters special to LIKE are matched as typed', () => {
  expect(literal('100%_a\\b')).toBe('100\\%\\_a\\\\b')
  expect(literal('Ann')).toBe('Ann')
})
