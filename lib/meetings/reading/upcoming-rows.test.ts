import { expect, test } from 'vitest'
import { type GotoUpcomingMeeting, listedMeetings } from './upcoming-rows.ts'

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

test('a recurring meeting is a room without a date, never on its creation day', () => {
  const { listed } = listedMeetings([row({ meetingType: 'recurring' })], organizerKey)
  expect(listed).toMatchObject([{ kind: 'room', startsAt: null, endsAt: null }])
})

test('a row that cannot be true is put aside, and the others stay', () => {
  const { listed, rejected } = listedMeetings(
    [row({ endTime: '2026-11-24T08:00:00.000Z' }), row({ meetingId: '0' }), row({ meetingId: '987654321' })],
    organizerKey,
  )
  expect(listed.map((meeting) => meeting.gotoMeetingId)).toEqual(['987654321'])
  expect(rejected.map(({ gotoMeetingId }) => gotoMeetingId)).toEqual(['123456789', '0'])
})

test('a room may have no times; a date without any is put aside', () => {
  const none = { startTime: null, endTime: null }
  const rows = [row({ ...none, meetingType: 'recurring' }), row({ ...none, meetingId: '987654321' })]
  const { listed, rejected } = listedMeetings(rows, organizerKey)
  expect(listed).toMatchObject([{ gotoMeetingId: '123456789', kind: 'room', startsAt: null }])
  expect(rejected.map(({ gotoMeetingId }) => gotoMeetingId)).toEqual(['987654321'])
})

test('a meeting somebody only co-organizes is left to its organizer', () => {
  expect(listedMeetings([row({ organizerKey: '7' })], organizerKey)).toEqual({ listed: [], rejected: [] })
})

test('an empty status says neither live nor ended', () => {
  expect(listedMeetings([row({ status: null })], organizerKey).listed[0]?.isActive).toBeNull()
  expect(listedMeetings([row({ status: 'ACTIVE' })], organizerKey).listed[0]?.isActive).toBe(true)
})
