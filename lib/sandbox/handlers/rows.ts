import type { GotoWire } from '#lib/goto/contract/calls.ts'
import { simulatedAudio } from '../seed/audio.ts'
import { dashed } from '../seed/ids.ts'
import type { OrganizerRecord } from '../state.ts'
import type { Meeting, Session, World } from '../world.ts'
import { recordingOf } from './recording.ts'
import { headcount, minutes, organizerOf, person, type Row, status, time } from './row-parts.ts'

export function toMeetingById(world: World, meeting: Meeting): Row<GotoWire<'getMeeting'>> {
  return {
    createTime: time(meeting.createdAt),
    passwordRequired: meeting.passwordRequired,
    status: status(world, meeting),
    subject: meeting.subject,
    endTime: time(meeting.endsAt),
    conferenceCallInfo: simulatedAudio(meeting),
    startTime: time(meeting.startsAt),
    duration: minutes(meeting.startsAt, meeting.endsAt),
    maxParticipants: maxParticipants(world, meeting.organizerKey),
    meetingId: Number(meeting.id),
    meetingKey: Number(meeting.id),
    meetingType: meeting.type,
    uniqueMeetingId: Number(meeting.id),
    coorganizerKeys: meeting.coorganizerKeys,
  }
}

export function toUpcoming(world: World, meeting: Meeting): Row<GotoWire<'listUpcomingMeetings'>> {
  const { status: _, ...row } = toUpcomingByGroup(world, meeting)
  const { groupName: __, ...rest } = row
  return { ...rest, status: status(world, meeting), conferenceCallInfo: meeting.audio }
}

/** S2: the status in this list is always INACTIVE (goto-api.md 7). */
export function toUpcomingByGroup(world: World, meeting: Meeting): Row<GotoWire<'listUpcomingMeetingsByGroup'>> {
  const organizer = organizerOf(world, meeting.organizerKey)
  return {
    startTime: time(meeting.startsAt),
    endTime: time(meeting.endsAt),
    ...person(organizer),
    accountKey: organizer.accountKey,
    organizerKey: organizer.key,
    locale: organizer.locale,
    passwordRequired: meeting.passwordRequired,
    subject: meeting.subject,
    meetingId: meeting.id,
    meetingType: meeting.type,
    groupName: world.organizers.groupName(organizer.groupKey),
    status: 'INACTIVE',
  }
}

export function toScheduled(
  world: World,
  meeting: Meeting,
): Row<GotoWire<'listMeetingsByOrganizer'>> & { meetingid: number } {
  return {
    createTime: time(meeting.createdAt),
    passwordRequired: meeting.passwordRequired,
    status: status(world, meeting),
    subject: meeting.subject,
    startTime: time(meeting.startsAt),
    endTime: time(meeting.endsAt),
    conferenceCallInfo: simulatedAudio(meeting),
    maxParticipants: maxParticipants(world, meeting.organizerKey),
    meetingid: Number(meeting.id),
    meetingType: meeting.type,
    uniqueMeetingId: Number(meeting.id),
  }
}

export function toScheduledByGroup(world: World, meeting: Meeting): Row<GotoWire<'listMeetingsByGroup'>> {
  const organizer = organizerOf(world, meeting.organizerKey)
  return {
    ...person(organizer),
    groupName: world.organizers.groupName(organizer.groupKey),
    organizerkey: BigInt(organizer.key),
    organizerKey: organizer.key,
    meetingId: meeting.id,
    meetingType: meeting.type,
    passwordRequired: meeting.passwordRequired,
    subject: meeting.subject,
    conferenceCallInfo: meeting.audio,
    attendees: '',
  }
}

export function toHistorical(world: World, session: Session): Row<GotoWire<'listHistoricalMeetings'>> {
  const { groupName: _, ...row } = toHistoricalByGroup(world, session)
  return { ...row, sessionId: session.id, conferenceCallInfo: session.audio }
}

export function toHistoricalByGroup(world: World, session: Session): Row<GotoWire<'listHistoricalMeetingsByGroup'>> {
  const organizer = organizerOf(world, session.organizerKey)
  return {
    startTime: time(session.startedAt),
    endTime: time(session.endedAt ?? session.startedAt),
    duration: String(minutes(session.startedAt, session.endedAt)),
    numAttendees: String(headcount(world.attendancesOf(session))),
    ...person(organizer),
    accountKey: organizer.accountKey,
    organizerKey: organizer.key,
    locale: organizer.locale,
    subject: session.subject,
    meetingId: session.meetingId,
    meetingType: session.type,
    groupName: world.organizers.groupName(organizer.groupKey),
    ...recordingOf(world, session),
  }
}

/** The oldest names of everything (goto-api.md 5.8). */
export function toHistory(world: World, session: Session): Row<GotoWire<'listMeetings'>> {
  const organizer = organizerOf(world, session.organizerKey)
  const id = Number(session.meetingId)
  return {
    ...person(organizer),
    groupName: '',
    organizerkey: organizer.key,
    organizerKey: organizer.key,
    newOrganizerKey: organizer.key,
    meetingId: id,
    newMeetingId: dashed(session.meetingId),
    meetingKey: id,
    uniqueMeetingId: id,
    meetingInstanceKey: BigInt(session.instanceKey),
    sessionId: BigInt(session.id),
    numAttendees: headcount(world.attendancesOf(session)),
    duration: minutes(session.startedAt, session.endedAt),
    date: time(session.startedAt),
    startTime: time(session.startedAt),
    endTime: time(session.endedAt ?? session.startedAt),
    passwordRequired: false,
    status: '',
    subject: session.subject,
    meetingType: session.type,
    conferenceCallInfo: session.audio,
  }
}

export function toHistoryByGroup(world: World, session: Session): Row<GotoWire<'listMeetingsByGroup'>> {
  const organizer = organizerOf(world, session.organizerKey)
  return {
    ...person(organizer),
    groupName: world.organizers.groupName(organizer.groupKey),
    organizerkey: BigInt(organizer.key),
    organizerKey: organizer.key,
    meetingId: session.meetingId,
    meetingInstanceKey: BigInt(session.instanceKey),
    numAttendees: headcount(world.attendancesOf(session)),
    duration: String(minutes(session.startedAt, session.endedAt)),
    startTime: time(session.startedAt),
    endTime: time(session.endedAt ?? session.startedAt),
    subject: session.subject,
    meetingType: session.type,
    conferenceCallInfo: session.audio,
  }
}

export function toOrganizer(world: World, organizer: OrganizerRecord): Row<GotoWire<'listOrganizers'>> {
  return {
    organizerKey: BigInt(organizer.key),
    firstName: organizer.firstName,
    lastName: organizer.lastName,
    email: organizer.email,
    groupId: Number(organizer.groupKey ?? 0),
    groupName: world.organizers.groupName(organizer.groupKey),
    status: organizer.suspendedAt === null ? 'active' : 'suspended',
    products: organizer.products as Row<GotoWire<'listOrganizers'>>['products'],
    maxNumAttendeesAllowed: organizer.maxParticipants,
  }
}

export function maxParticipants(world: World, organizerKey: string): number {
  return organizerOf(world, organizerKey).maxParticipants
}
