import { expect, test } from 'vitest'
import { missingOf } from './missing.ts'

const invited = [
  { personId: 'erin', name: 'Erin', required: true },
  { personId: 'mara', name: 'Mara', required: false },
]
const erin = { personId: 'erin', kind: 'person' as const }
const nobodyKnown = { personId: null, kind: 'person' as const }

test('who is known to have come is not missing, the others are absent when everybody is known', () => {
  expect(missingOf(invited, { attendees: [erin], isComplete: true })).toEqual([{ ...invited[1], state: 'absent' }])
})

test.each([
  ['somebody could not be identified', [erin, nobodyKnown], true],
  ['not every row is known', [erin], false],
])('nobody is called absent while %s', (_, attendees, isComplete) => {
  expect(missingOf(invited, { attendees, isComplete })).toEqual([{ ...invited[1], state: 'unknown' }])
})

test('a notetaker that nobody can be is nobody missing', () => {
  const robot = { personId: null, kind: 'notetaker' as const }
  expect(missingOf(invited, { attendees: [erin, robot], isComplete: true })).toMatchObject([{ state: 'absent' }])
})
