import { expect, test } from 'vitest'
import { compareInvited } from './compare-invited.ts'

test('the required come first, each by name as people sort names, and namesakes stay in place', () => {
  const optional = ['Zoë', 'adam'].map((name) => ({ personId: `o-${name}`, name, required: false }))
  const required = ['b', 'a'].map((id) => ({ personId: id, name: 'Émile Roux', required: true }))
  const others = ['Zack', 'eva', 'Fay'].map((name) => ({ personId: `r-${name}`, name, required: true }))
  const sorted = [...optional, ...others, ...required].sort(compareInvited)
  expect(sorted.map(({ personId }) => personId)).toEqual(['a', 'b', 'r-eva', 'r-Fay', 'r-Zack', 'o-adam', 'o-Zoë'])
})
