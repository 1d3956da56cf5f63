import type { GotoWire } from '#lib/goto/contract/calls.ts'
import type { Attendance } from '../seed/attendance.ts'
import { dashed } from '../seed/ids.ts'
import type { OrganizerRecord } from '../state.ts'
import type { Session, World } from '../world.ts'
import { headcount, minutes, organizerOf, person, type Row, time } from './row-parts.ts'

/** One row per attendance. `email`, `firstName` and `lastName` are the organizer's (goto-api.md 5.7). */
export function toAttendees(world: World, session: Session): Row<GotoWire<'listAttendees'>>[] {
  return attendances(world, session, (row, common) => ({
    ...common,
    groupName: 'NA',
    name: row.name,
    meetingId: Number(session.meetingId),
  }))
}

/** Here `name` is the organizer's (goto-api.md 6). */
export function toAttendeesByOrganizer(world: World, session: Session): Row<GotoWire<'listAttendeesByOrganizer'>>[] {
  const organizer = organizerOf(world, session.organizerKey)
  return attendances(world, session, (_, common) => ({
    ...common,
    groupName: world.organizers.groupName(organizer.groupKey),
    name: `${organizer.firstName} ${organizer.lastName}`,
    meetingId: Number(session.meetingId),
    newMeetingId: dashed(session.meetingId),
  }))
}

export function toAttendeesByGroup(world: World, session: Session): Row<GotoWire<'listAttendeesByGroup'>>[] {
  const organizer = organizerOf(world, session.organizerKey)
  return attendances(world, session, (_, common) => ({
    ...common,
    groupName: world.organizers.groupName(organizer.groupKey),
    meetingId: session.meetingId,
    organizerKey: organizer.key,
  }))
}

function attendances<R>(
  world: World,
  session: Session,
  finish: (row: Attendance, common: ReturnType<typeof attendanceRow>) => R,
): R[] {
  const organizer = organizerOf(world, session.organizerKey)
  const rows = world.attendancesOf(session)
  const heads = headcount(rows)
  return rows.map((row) => finish(row, attendanceRow(organizer, session, row, heads)))
}

function attendanceRow(organizer: OrganizerRecord, session: Session, row: Attendance, numAttendees: number) {
  const endedAt = session.endedAt ?? session.startedAt
  return {
    ...person(organizer),
    organizerkey: BigInt(organizer.key),
    attendeeName: row.name,
    attendeeEmail: row.email,
    joinTime: time(row.joinedAt),
    leaveTime: time(row.leftAt ?? endedAt),
    duration: minutes(row.joinedAt, row.leftAt ?? endedAt),
    numAttendees,
    startTime: time(session.startedAt),
    endTime: time(endedAt),
    subject: session.subject,
    meetingInstanceKey: BigInt(session.instanceKey),
    meetingType: session.type,
    conferenceCallInfo: session.audio,
  }
}
