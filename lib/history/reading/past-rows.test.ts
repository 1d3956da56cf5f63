import { expect, test } from 'vitest'
import { foundRows, foundSessions, type GotoAttendee, type GotoPastMeeting } from './past-rows.ts'

const organizerKey = '2000000000003345'
const common = {
  meetingId: '123456789',
  subject: 'Budget',
  meetingType: 'scheduled' as const,
  conferenceCallInfo: 'Hybrid',
  startTime: '2026-11-24T09:00:00.000Z',
  endTime: '2026-11-24T10:00:00.000Z',
  numAttendees: 2,
  organizerKey,
}

function past(over: Partial<GotoPastMeeting>): GotoPastMeeting {
  return { ...common, sessionId: '66', ...over } as GotoPastMeeting
}

function attendee(over: Partial<GotoAttendee>): GotoAttendee {
  const times = { joinTime: '2026-11-24T09:01:00.000Z', leaveTime: '2026-11-24T09:50:00.000Z' }
  return {
    ...common,
    ...times,
    attendeeName: 'Ann',
    attendeeEmail: 'NA',
    meetingInstanceKey: '3',
    ...over,
  } as GotoAttendee
}

test('a session that ends before it starts is set aside under its meeting, and spoils no other', () => {
  const rows = [past({ endTime: '2026-11-24T08:00:00.000Z' }), past({ meetingId: '987654321', endTime: null })]
  const { rows: found, setAside } = foundSessions({ rows, setAside: [] }, organizerKey)
  expect(found).toMatchObject([{ gotoMeetingId: '987654321', endedAt: null }])
  expect(setAside).toEqual([{ id: '123456789', because: 'endTime is before startTime' }])
})

test('a session takes any text GoTo names it by', () => {
  const sessionId = '0f9c1f4e-5a55-4b8a-9b0e-0c3f6f3d1a11'
  const { rows } = foundSessions({ rows: [past({ sessionId })], setAside: [] }, organizerKey)
  expect(rows).toMatchObject([{ gotoSessionId: sessionId }])
})

test('stay times GoTo leaves out are unknown, and nobody leaves before they come', () => {
  const rows = [
    attendee({ joinTime: null, leaveTime: null }),
    attendee({ leaveTime: null }),
    attendee({ leaveTime: '2026-11-24T09:00:30.000Z' }),
  ]
  const stays = foundRows({ rows, setAside: [] }, organizerKey).rows.map(({ stay }) => [stay.joinedAt, stay.leftAt])
  expect(stays).toEqual([
    [null, null],
    ['2026-11-24T09:01:00.000Z', null],
    ['2026-11-24T09:01:00.000Z', '2026-11-24T09:01:00.000Z'],
  ])
})
