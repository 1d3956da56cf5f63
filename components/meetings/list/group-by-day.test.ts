import { expect, test } from 'vitest'
import { meetingOf } from './fixture.ts'
import { groupByDay } from './group-by-day.ts'

const now = new Date('2026-11-24T09:00:00Z')
const meetings = [
  meetingOf({ id: 'theirs-live', state: 'live', startsAt: '2026-11-24T08:30:00.000Z' }),
  meetingOf({ id: 'mine-live', state: 'live', organizer: { personId: 'me', name: 'Me', email: 'me@example.com' } }),
  meetingOf({ id: 'theirs-later', startsAt: '2026-11-24T15:00:00.000Z' }),
  meetingOf({
    id: 'invited-later',
    startsAt: '2026-11-24T16:00:00.000Z',
    invited: [{ personId: 'me', name: 'Me', required: true }],
  }),
  meetingOf({
    id: 'mine-tomorrow',
    startsAt: '2026-11-25T09:00:00.000Z',
    organizer: { personId: 'me', name: 'Me', email: 'me@example.com' },
  }),
]

function ids(list: readonly { id: string }[]): string[] {
  return list.map(({ id }) => id)
}

test('my day holds what I organize or am invited to today, and every meeting stands in one place only', () => {
  const agenda = groupByDay(meetings, now, 'UTC', { me: 'me', hasMyDay: true })
  expect(ids(agenda.mine)).toEqual(['mine-live', 'invited-later'])
  expect(ids(agenda.now)).toEqual(['theirs-live'])
  expect(agenda.days.map((day) => ids(day.meetings))).toEqual([['theirs-later'], ['mine-tomorrow']])
})

test('without a day of their own, everything is the company’s', () => {
  const agenda = groupByDay(meetings, now, 'UTC')
  expect(agenda.mine).toEqual([])
  expect(ids(agenda.now)).toEqual(['theirs-live', 'mine-live'])
})

test('a meeting that is being cancelled stays where it was', () => {
  const cancelled = meetingOf({ state: 'live', cancelsAt: '2026-11-24T09:00:05.000Z' })
  expect(ids(groupByDay([cancelled], now, 'UTC').now)).toEqual([cancelled.id])
})

test('what should have started long ago comes last, under Now and in my own day', () => {
  const organizer = { personId: 'me', name: 'Me', email: 'me@example.com' }
  const list = [
    meetingOf({ id: 'overdue', startsAt: '2026-11-24T08:00:00.000Z', organizer }),
    meetingOf({ id: 'soon', startsAt: '2026-11-24T09:10:00.000Z', organizer }),
    meetingOf({ id: 'later', startsAt: '2026-11-24T15:00:00.000Z', organizer }),
  ]
  expect(ids(groupByDay(list, now, 'UTC').now)).toEqual(['soon', 'overdue'])
  expect(ids(groupByDay(list, now, 'UTC', { me: 'me', hasMyDay: true }).mine)).toEqual(['soon', 'later', 'overdue'])
})
