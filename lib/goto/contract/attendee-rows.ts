import { z } from 'zod'
import { withType } from './meeting-type.ts'
import { row } from './record.ts'
import * as tolerant from './tolerant.ts'
import * as wire from './wire.ts'

const specified = {
  firstName: wire.text,
  lastName: wire.text,
  email: wire.text,
  organizerkey: wire.int64,
  groupName: wire.text,
  attendeeName: wire.text,
  attendeeEmail: wire.text,
  joinTime: wire.dateTime,
  leaveTime: wire.dateTime,
  duration: wire.int32,
  numAttendees: wire.int32,
  startTime: wire.dateTime,
  endTime: wire.dateTime,
  subject: wire.text,
  meetingInstanceKey: wire.int64,
  meetingType: wire.meetingType,
  conferenceCallInfo: wire.text,
}

const fields = {
  meetingId: tolerant.id,
  /** Which session of a room that is used repeatedly. */
  meetingInstanceKey: tolerant.optionalKey,
  subject: tolerant.subject,
  /** The session's, not the attendance's. */
  startTime: tolerant.instant,
  endTime: tolerant.optionalInstant,
  meetingType: tolerant.meetingType,
  conferenceCallInfo: tolerant.optionalAudio,
  numAttendees: tolerant.optionalCount,
  /** As typed by a guest, unchecked; "NA" can be a name. */
  attendeeName: tolerant.text,
  attendeeEmail: tolerant.optionalDetail,
  /** Absent in rows from 2012 (goto-api.md 17.16): null means unknown. */
  joinTime: tolerant.optionalInstant,
  leaveTime: tolerant.optionalInstant,
  duration: tolerant.optionalCount,
  organizerKey: tolerant.id,
  organizerFirstName: tolerant.detail,
  organizerLastName: tolerant.detail,
  organizerEmail: tolerant.address,
  groupName: tolerant.optionalDetail,
}

/** `email`, `firstName` and `lastName` are the organizer's in every attendee row (goto-api.md 5.7). */
const names = {
  organizerKey: ['newOrganizerKey'],
  organizerFirstName: ['firstName'],
  organizerLastName: ['lastName'],
  organizerEmail: ['email'],
} as const

/** goto-api.md 5.7: here `name` is the attendee's. */
export const attendeeByMeeting = row(
  z.strictObject({ ...specified, name: wire.text, meetingId: wire.int64 }),
  withType(tolerant.fields(fields, { ...names, attendeeName: ['name'] })),
)

/** goto-api.md 6: here `name` is the organizer's. */
export const attendeeByOrganizer = row(
  z.strictObject({ ...specified, name: wire.text, meetingId: wire.int64, newMeetingId: wire.text }),
  withType(tolerant.fields(fields, names)),
)

/** goto-api.md 7. */
export const attendeeByGroup = row(
  z.strictObject({ ...specified, meetingId: wire.text, organizerKey: wire.text }),
  withType(tolerant.fields(fields, names)),
)
