import { expect, test } from 'vitest'
import { attendeeOf } from '#components/history/parts/fixture.ts'
import { personColumns } from './columns.ts'

const { kind, mayBe, presence, role } = personColumns

test('a notetaker has no role and no presence, only its kind', () => {
  const notetaker = attendeeOf({ name: 'Otter.ai', kind: 'notetaker' })
  expect([kind, role, presence].map(({ value }) => value(notetaker))).toEqual(['notetaker', null, null])
})

test.each([
  [1, 3, '1–3'],
  [2, 2, '2'],
  [null, null, null],
])('of %s to %s possible people a file says %s', (mayBeAtLeast, most, text) => {
  expect(mayBe.value(attendeeOf({ mayBeAtLeast, mayBe: most }))).toBe(text)
})

test.each([
  [null, null, 'came'],
  [true, false, 'late'],
  [false, true, 'left early'],
  [true, true, 'late, left early'],
])('presence says what is known of coming and leaving: %s, %s', (isLate, leftEarly, text) => {
  expect(presence.value(attendeeOf({ isLate, leftEarly }))).toBe(text)
})
