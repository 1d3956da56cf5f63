import { expect, test } from 'vitest'
import { missingOf } from './missing.ts'

const invited = [
  { personId: 'erin', name: 'Erin', required: true },
  { personId: 'mara', name: 'Mara', required: false },
]
const erin = { personId: 'erin', kind: 'person' as const }
const nobodyKnown = { personId: null, kind: 'person' as const }

test('people known to have come are not missing, the others are absent once everybody is identified', () => {
  expect(missingOf(invited, { attendees: [erin], isComplete: true })).toEqual([{ ...invited[1], state: 'absent' }])
})

test.each([
  ['somebody could not be identified', [erin, nobodyKnown], true],
  ['somebody came under a placeholder name', [erin, { personId: null, kind: 'placeholder' as const }], true],
  ['not every row is known', [erin], false],
])('nobody is called absent while %s', (_, attendees, isComplete) => {
  expect(missingOf(invited, { attendees, isComplete })).toEqual([{ ...invited[1], state: 'unknown' }])
})

test('a missing person cannot be the notetaker', () => {
  const robot = { personId: null, kind: 'notetaker' as const }
  expect(missingOf(invited, { attendees: [erin, robot], isComplete: true })).toMatchObject([{ state: 'absent' }])
})
