import { expect, test } from 'vitest'
import { attendeeOf, sessionOf } from '#components/history/parts/fixture.ts'
import type { AttendanceRow } from '#lib/history/schema.ts'
import { peopleRows } from './people-rows.ts'

function rowOf(sessionId: string): AttendanceRow {
  const { intervals: _, ...attendee } = attendeeOf({ name: '' })
  const { subject, gotoMeetingId, organizer, sitting, startedAt, endedAt } = sessionOf()
  return { ...attendee, sessionId, subject, gotoMeetingId, organizer, sitting, startedAt, endedAt }
}

test('two unnamed callers who joined in the same second are two people', () => {
  const rows = peopleRows([{ items: [rowOf('s1'), rowOf('s1')] }, { items: [rowOf('s2')] }])
  expect(rows.map(({ id }) => id)).toEqual(['came-s1-0', 'came-s1-1', 'came-s2-0'])
})

test('a session on two pages counts once', () => {
  const page = { items: [rowOf('s1'), rowOf('s1')] }
  expect(peopleRows([page, { items: [...page.items, rowOf('s2')] }])).toHaveLength(3)
})
