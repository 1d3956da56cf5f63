import { z } from 'zod'
import { settleType, withType } from './meeting-type.ts'
import { row } from './record.ts'
import { recordings, specifiedRecording } from './recording.ts'
import * as tolerant from './tolerant.ts'
import * as wire from './wire.ts'

/** goto-api.md 5.2: the answer to a creation. */
export const meetingCreated = row(
  z.strictObject({
    joinURL: wire.text,
    meetingid: wire.int64,
    maxParticipants: wire.int32,
    uniqueMeetingId: wire.int64,
    conferenceCallInfo: wire.text,
  }),
  tolerant.fields(
    {
      meetingId: tolerant.id,
      joinUrl: tolerant.optionalDetail,
      maxParticipants: tolerant.optionalCount,
      conferenceCallInfo: tolerant.audio,
    },
    { joinUrl: ['joinURL'] },
  ),
)

const meetingFields = tolerant.fields(
  {
    meetingId: tolerant.id,
    subject: tolerant.subject,
    startTime: tolerant.optionalInstant,
    endTime: tolerant.optionalInstant,
    duration: tolerant.optionalCount,
    meetingType: tolerant.meetingType,
    status: tolerant.meetingStatus,
    passwordRequired: tolerant.optionalFlag,
    maxParticipants: tolerant.optionalCount,
    conferenceCallInfo: tolerant.audio,
    coorganizerKeys: tolerant.optionalIds,
  },
  { meetingId: ['meetingKey'] },
)

/** A meeting of an undescribed type must not be replaced: an update would give it one of ours. */
const tolerantMeeting = {
  ...meetingFields,
  schema: meetingFields.schema.transform((meeting) => ({
    ...settleType(meeting),
    isTypeKnown: meeting.meetingType !== null,
  })),
}

/** goto-api.md 5.3. `createTime` is an empty string in the prose and a date-time by type: do not rely on it. */
export const meetingById = row(
  z.strictObject({
    createTime: wire.dateTime,
    passwordRequired: z.boolean(),
    status: wire.meetingStatus,
    subject: wire.text,
    endTime: wire.dateTime,
    conferenceCallInfo: wire.text,
    startTime: wire.dateTime,
    duration: wire.int32,
    maxParticipants: wire.int32,
    meetingId: wire.int64,
    meetingKey: wire.int64,
    meetingType: wire.meetingType,
    uniqueMeetingId: wire.int64,
    coorganizerKeys: z.array(wire.text).optional(),
  }),
  tolerantMeeting,
)

/** goto-api.md 5.4. The address contains a token of the organizer's: it is a secret. */
export const startUrl = row(
  z.strictObject({ hostURL: wire.text }),
  tolerant.fields({ hostUrl: z.url({ protocol: /^https?$/ }) }, { hostUrl: ['hostURL'] }),
)

/** A row's organizer. The vendor calls the address just `email`, which is easily taken for an attendee's. */
const organizer = {
  organizerKey: tolerant.id,
  organizerFirstName: tolerant.detail,
  organizerLastName: tolerant.detail,
  organizerEmail: tolerant.address,
}
const organizerNames = {
  organizerKey: ['newOrganizerKey'],
  organizerFirstName: ['firstName'],
  organizerLastName: ['lastName'],
  organizerEmail: ['email'],
} as const

const upcomingByGroup = {
  startTime: wire.dateTime,
  endTime: wire.dateTime,
  lastName: wire.text,
  firstName: wire.text,
  email: wire.text,
  accountKey: wire.text,
  organizerKey: wire.text,
  locale: wire.text,
  passwordRequired: z.boolean(),
  subject: wire.text,
  meetingId: wire.text,
  meetingType: wire.meetingType,
}

const upcomingFields = {
  meetingId: tolerant.id,
  subject: tolerant.subject,
  /** A room has none, or its creation time. */
  startTime: tolerant.optionalInstant,
  endTime: tolerant.optionalInstant,
  meetingType: tolerant.meetingType,
  status: tolerant.meetingStatus,
  passwordRequired: tolerant.optionalFlag,
  conferenceCallInfo: tolerant.optionalAudio,
  accountKey: tolerant.optionalKey,
  ...organizer,
  locale: tolerant.optionalDetail,
  groupName: tolerant.optionalDetail,
}

/** goto-api.md 5.5. */
export const upcomingMeeting = row(
  z.strictObject({ ...upcomingByGroup, status: wire.meetingStatus, conferenceCallInfo: wire.text }),
  withType(tolerant.fields(upcomingFields, organizerNames)),
)

/** goto-api.md 7: no audio text, and a `status` that is always INACTIVE according to S2, so it says nothing. */
export const upcomingMeetingByGroup = row(
  z.strictObject({ ...upcomingByGroup, groupName: wire.text, status: z.literal('INACTIVE').optional() }),
  withType(
    tolerant.fields(
      {
        ...upcomingFields,
        status: z
          .unknown()
          .optional()
          .transform(() => null),
      },
      organizerNames,
    ),
  ),
)

const historicalByGroup = {
  startTime: wire.dateTime,
  endTime: wire.dateTime,
  duration: wire.text,
  numAttendees: wire.text,
  lastName: wire.text,
  firstName: wire.text,
  email: wire.text,
  accountKey: wire.text,
  organizerKey: wire.text,
  locale: wire.text,
  subject: wire.text,
  meetingId: wire.text,
  meetingType: wire.meetingType,
  recording: specifiedRecording.optional(),
}

const historical = tolerant.fields(
  {
    meetingId: tolerant.id,
    sessionId: tolerant.optionalKey,
    subject: tolerant.subject,
    startTime: tolerant.instant,
    endTime: tolerant.optionalInstant,
    duration: tolerant.optionalCount,
    numAttendees: tolerant.optionalCount,
    meetingType: tolerant.meetingType,
    conferenceCallInfo: tolerant.optionalAudio,
    accountKey: tolerant.optionalKey,
    ...organizer,
    locale: tolerant.optionalDetail,
    groupName: tolerant.optionalDetail,
    recordings,
  },
  { ...organizerNames, recordings: ['recording'] },
)

/** goto-api.md 5.6. Durations are minutes. */
export const historicalMeeting = row(
  z.strictObject({ ...historicalByGroup, sessionId: wire.text, conferenceCallInfo: wire.text }),
  withType(historical),
)

/** goto-api.md 7: neither session nor audio text. */
export const historicalMeetingByGroup = row(
  z.strictObject({ ...historicalByGroup, groupName: wire.text }),
  withType(historical),
)
