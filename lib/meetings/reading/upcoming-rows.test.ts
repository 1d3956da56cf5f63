import { expect, test } from 'vitest'
import { foundMeetings, type GotoUpcomingMeeting } from './upcoming-rows.ts'

const organizerKey = '2000000000003345'

function row(over: Partial<GotoUpcomingMeeting> = {}): GotoUpcomingMeeting {
  return {
    meetingId: '123456789',
    subject: 'Budget',
    startTime: '2026-11-24T09:00:00.000Z',
    endTime: '2026-11-24T10:00:00.000Z',
    meetingType: 'scheduled',
    status: 'INACTIVE',
    passwordRequired: false,
    conferenceCallInfo: 'Hybrid',
    accountKey: '200000000000002211',
    organizerKey,
    organizerFirstName: 'Jo',
    organizerLastName: 'Doe',
    organizerEmail: 'jo@example.org',
    locale: 'en_US',
    groupName: null,
    ...over,
  }
}

function read(rows: GotoUpcomingMeeting[]) {
  return foundMeetings({ rows, setAside: [] }, organizerKey)
}

test('a recurring meeting is a room without a date, never on its creation day', () => {
  expect(read([row({ meetingType: 'recurring' })]).rows).toMatchObject([{ kind: 'room', startsAt: null, endsAt: null }])
})

test('a row that cannot be true is set aside, and the others stay; an invalid id identifies no meeting', () => {
  const { rows, setAside } = read([
    row({ endTime: '2026-11-24T08:00:00.000Z' }),
    row({ meetingId: '0' }),
    row({ meetingId: '987654321' }),
  ])
  expect(rows.map((meeting) => meeting.gotoMeetingId)).toEqual(['987654321'])
  expect(setAside).toEqual([
    { id: '123456789', because: 'ends before it starts' },
    { id: null, because: 'meetingId is not a meeting ID' },
  ])
})

test('rows that could not be read at all stay among those set aside', () => {
  const odd = { id: '111222333', because: 'subject has the wrong type' }
  expect(foundMeetings({ rows: [row()], setAside: [odd] }, organizerKey)).toMatchObject({
    rows: [{ gotoMeetingId: '123456789' }],
    setAside: [odd],
  })
})

test('a room may have no times; a dated meeting without any is set aside', () => {
  const none = { startTime: null, endTime: null }
  const list = read([row({ ...none, meetingType: 'recurring' }), row({ ...none, meetingId: '987654321' })])
  expect(list.rows).toMatchObject([{ gotoMeetingId: '123456789', kind: 'room', startsAt: null }])
  expect(list.setAside.map(({ id }) => id)).toEqual(['987654321'])
})

test('a co-organized meeting is left to its organizer', () => {
  expect(read([row({ organizerKey: '7' })])).toEqual({ rows: [], setAside: [] })
})

test('an empty status says neither live nor ended', () => {
  expect(read([row({ status: null })]).rows[0]?.isActive).toBeNull()
  expect(read([row({ status: 'ACTIVE' })]).rows[0]?.isActive).toBe(true)
})
