import { expect, test } from 'vitest'
import { isNamed, meantBy } from './meant-by.ts'

const names = [
  'Dana Reyes',
  'Dana Reyes-Smith',
  'Alex Kim',
  'Alex Kim',
  'Alexander Berg',
  'Søren Müller',
  'Pat O’Brien',
]

function meant(typed: string): string[] {
  return meantBy(typed, names, (name) => name)
}

test.each([
  ['Dana Reyes', ['Dana Reyes']],
  ['Reyes, Dana', ['Dana Reyes']],
  ['dana REYES', ['Dana Reyes']],
  ['soeren mueller', ['Søren Müller']],
  ["O'Brien", ['Pat O’Brien']],
  ['Smith', ['Dana Reyes-Smith']],
])('%s is meant by %j and nobody else', (typed, expected) => expect(meant(typed)).toEqual(expected))

test.each([
  ['Dana', 2],
  ['Alex Kim', 2],
])('%s may be several people', (typed, count) => expect(meant(typed)).toHaveLength(count))

test.each(['Dan', 'Al', 'Jo', '', '…', 'Dana Berg'])('the beginning of a name means nobody yet: %j', (typed) => {
  expect(meant(typed)).toEqual([])
})

test('a whole name is told from a part of it', () => {
  expect(isNamed('sales', 'Sales')).toBe(true)
  expect(isNamed('Sales', 'Sales EMEA')).toBe(false)
})
