import { expect, test } from 'vitest'
import { attendeeOf, sessionOf } from '#components/history/parts/fixture.ts'
import { attendanceColumns, personColumns, sessionColumns, stayColumns } from './columns.ts'

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

test('a file over several sittings says of each session, line and stay which it belongs to, else nothing', () => {
  const columnOf = <C extends { title: string }>(columns: readonly C[]) =>
    columns.find(({ title }) => title === 'Sitting')
  const session = sessionOf({ sitting: { nth: 2, of: 3 } })
  const line = { ...session, ...attendeeOf(), sessionId: session.id }
  expect(columnOf(sessionColumns)?.value(session)).toBe('2 of 3')
  expect(columnOf(attendanceColumns)?.value(line)).toBe('2 of 3')
  expect(columnOf(sessionColumns)?.value(sessionOf())).toBeNull()
  const [attendee, times] = [attendeeOf(), { joinedAt: null, leftAt: null }]
  expect([2, null].map((sitting) => columnOf(stayColumns)?.value({ attendee, stay: { ...times, sitting } }))).toEqual([
    2,
    null,
  ])
})
