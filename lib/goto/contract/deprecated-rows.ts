import { z } from 'zod'
import { settleType } from './meeting-type.ts'
import { type GotoResponse, many } from './record.ts'
import * as tolerant from './tolerant.ts'
import * as wire from './wire.ts'

/** The deprecated lists, which return past or planned meetings in older shapes (goto-api.md 5.8, 6, 7). */

const scheduled = z.strictObject({
  createTime: wire.dateTime,
  passwordRequired: z.boolean(),
  status: wire.meetingStatus,
  subject: wire.text,
  startTime: wire.dateTime,
  endTime: wire.dateTime,
  conferenceCallInfo: wire.text,
  maxParticipants: wire.int32,
  meetingid: wire.int64,
  meetingType: wire.meetingType,
  uniqueMeetingId: wire.int64,
})

const history = z.strictObject({
  firstName: wire.text,
  lastName: wire.text,
  email: wire.text,
  groupName: wire.text,
  organizerkey: wire.text,
  organizerKey: wire.text,
  newOrganizerKey: wire.text,
  meetingId: wire.int64,
  newMeetingId: wire.text,
  meetingKey: wire.int64,
  uniqueMeetingId: wire.int64,
  meetingInstanceKey: wire.int64,
  sessionId: wire.int64,
  numAttendees: wire.int32,
  duration: wire.int32,
  date: wire.dateTime,
  startTime: wire.dateTime,
  endTime: wire.dateTime,
  passwordRequired: z.boolean(),
  status: wire.text,
  subject: wire.text,
  meetingType: wire.meetingType,
  conferenceCallInfo: wire.text,
})

const scheduledByGroup = z.strictObject({
  firstName: wire.text,
  lastName: wire.text,
  email: wire.text,
  groupName: wire.text,
  organizerkey: wire.int64,
  organizerKey: wire.text,
  meetingId: wire.text,
  meetingType: wire.meetingType,
  passwordRequired: z.boolean(),
  subject: wire.text,
  conferenceCallInfo: wire.text,
  attendees: wire.text,
})

const historyByGroup = z.strictObject({
  firstName: wire.text,
  lastName: wire.text,
  email: wire.text,
  groupName: wire.text,
  organizerkey: wire.int64,
  organizerKey: wire.text,
  meetingId: wire.text,
  meetingInstanceKey: wire.int64,
  numAttendees: wire.int32,
  duration: wire.text,
  startTime: wire.dateTime,
  endTime: wire.dateTime,
  subject: wire.text,
  meetingType: wire.meetingType,
  conferenceCallInfo: wire.text,
})

const fields = {
  meetingId: tolerant.id,
  meetingInstanceKey: tolerant.optionalKey,
  sessionId: tolerant.optionalKey,
  subject: tolerant.subject,
  startTime: tolerant.optionalInstant,
  endTime: tolerant.optionalInstant,
  duration: tolerant.optionalCount,
  numAttendees: tolerant.optionalCount,
  meetingType: tolerant.meetingType,
  status: tolerant.meetingStatus,
  conferenceCallInfo: tolerant.optionalAudio,
  maxParticipants: tolerant.optionalCount,
  organizerKey: tolerant.optionalId,
  organizerFirstName: tolerant.optionalDetail,
  organizerLastName: tolerant.optionalDetail,
  organizerEmail: tolerant.optionalDetail,
  groupName: tolerant.optionalDetail,
  recurring: tolerant.optionalFlag,
}

const tolerantList = tolerant.fields(fields, {
  meetingId: ['meetingKey', 'newMeetingId'],
  startTime: ['date'],
  organizerKey: ['newOrganizerKey'],
  organizerFirstName: ['firstName'],
  organizerLastName: ['lastName'],
  organizerEmail: ['email'],
})

/** `recurring: true` of the undocumented variant becomes the meeting type it stands for. */
const answer = tolerantList.schema.transform(({ recurring, ...meeting }) =>
  settleType({ ...meeting, meetingType: recurring ? ('recurring' as const) : meeting.meetingType }),
)

export const listedMeetings = lists(z.union([history, scheduled]))
/** S1 describes the organizer's list as planned rows, also with `history=true`; history rows are S2's older listing. */
export const listedMeetingsByOrganizer = lists(z.union([scheduled, history]))
export const listedMeetingsByGroup = lists(z.union([historyByGroup, scheduledByGroup]))

function lists<S extends z.ZodType>(specified: S) {
  const keys = [history, scheduled, historyByGroup, scheduledByGroup].flatMap((schema) => Object.keys(schema.shape))
  const known = new Set([...keys, ...tolerantList.names].map((name) => name.toLowerCase()))
  return many({ specified, answer, known, pick: tolerantList.pick }, 'meetingId') satisfies GotoResponse
}
