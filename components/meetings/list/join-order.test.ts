import { expect, test } from 'vitest'
import { meetingOf } from './fixture.ts'
import { joinOrder, nextToJoin } from './join-order.ts'

const now = new Date('2026-11-24T10:00:00Z')
const me = { personId: 'me', name: 'Me', email: 'me@example.com' }
const invited = [{ personId: 'me', name: 'Me', required: true }]
const at = (time: string) => `2026-11-24T${time}:00.000Z`
const meetings = [
  meetingOf({ id: 'overdue-mine', startsAt: at('08:30'), invited }),
  meetingOf({ id: 'overdue-and-waited-for', startsAt: at('09:20'), state: 'waiting' }),
  meetingOf({ id: 'late', startsAt: at('09:48') }),
  meetingOf({ id: 'live', startsAt: at('09:30'), state: 'live' }),
  meetingOf({ id: 'mine-soon', startsAt: at('10:14'), organizer: me }),
  meetingOf({ id: 'soon', startsAt: at('10:04') }),
  meetingOf({ id: 'mine-live', startsAt: at('09:00'), state: 'live', invited }),
]
const inOrder = ['mine-live', 'live', 'mine-soon', 'soon', 'late', 'overdue-mine', 'overdue-and-waited-for']

const who = { me: 'me', now, zone: 'UTC' }
const next = (list = meetings, joined: Record<string, string> = {}) => nextToJoin(list, joined, who)

test('what is live comes first, then what is mine, then what is about to start; last, what nobody started', () => {
  const ids = (list: typeof meetings) => joinOrder(list, 'me', now).map(({ id }) => id)
  expect(ids(meetings)).toEqual(inOrder)
  expect(ids(meetings.toReversed())).toEqual(inOrder)
})

test('for somebody nobody knows yet, nothing is mine', () => {
  expect(joinOrder(meetings, undefined, now)[0]?.id).toBe('live')
})

test('J opens the first that I haven’t pressed yet, and what nobody started only when there is nothing else', () => {
  expect(next()).toBe('mine-live')
  expect(next(meetings, { 'mine-live': at('09:58') })).toBe('live')
  const all = Object.fromEntries(inOrder.slice(0, 5).map((id) => [id, at('09:58')]))
  expect(next(meetings, all)).toBe('mine-live')
  expect(next(meetings.slice(0, 2))).toBe('overdue-mine')
  expect(next([])).toBeNull()
})

test('J passes over what shows Start, what hasn’t opened, what is being cancelled and empty rooms', () => {
  const can = { ...meetingOf().can, start: true, edit: true }
  const others = [
    meetingOf({ id: 'to-start', startsAt: at('10:04'), organizer: me, can }),
    meetingOf({ id: 'later', startsAt: at('10:20') }),
    meetingOf({ id: 'cancelling', startsAt: at('10:04'), cancelsAt: at('10:01') }),
    meetingOf({ id: 'room', startsAt: null }),
  ]
  expect(next(others)).toBeNull()
  expect(next([...others, meetingOf({ id: 'soon', startsAt: at('10:10') })])).toBe('soon')
})
