import { expect, test } from 'vitest'
import { isZone } from './zone.ts'

test.each([
  ['Europe/Berlin', true],
  ['UTC', true],
  ['Mars/Olympus', false],
  ['', false],
])('%j is a time zone: %s', (name, expected) => {
  expect(isZone(name)).toBe(expected)
})
