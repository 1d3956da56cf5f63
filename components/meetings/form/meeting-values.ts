import { groupsWithPeople } from '#lib/meetings/rules.ts'
import type { MeetingDetail, MeetingState } from '#lib/meetings/schema.ts'
import { addDays, daysBetween } from '#lib/time/day.ts'
import { dayKey, timeKey } from '#lib/time/format.ts'
import { type FormValues, type LocalTime, newValues, timesOf } from './form-values.ts'
import { audioOf, guessAudio } from './guess-audio.ts'

/** A meeting as it is now, for the form that changes it. */
export function valuesOf(meeting: MeetingDetail, now: Date, ownZone: string): FormValues {
  const zone = meeting.zone ?? ownZone
  const { startsAt, endsAt } = meeting
  const times = startsAt && endsAt ? timesOf(startsAt, endsAt, zone) : {}
  return {
    ...newValues(now, zone),
    ...times,
    subject: meeting.subject,
    kind: meeting.kind,
    roomId: meeting.room?.id ?? null,
    audio: meeting.audioOption === null ? guessAudio(meeting.audio) : audioOf(meeting.audioOption),
    passwordRequired: meeting.passwordRequired,
    coorganizers: meeting.coorganizers.map(({ organizerId }) => organizerId),
    agenda: meeting.agenda,
    visibility: meeting.visibility,
    invited: meeting.invited.map(({ personId, name, required }) => ({ personId, email: null, name, required })),
    invitedGroups: groupsWithPeople(meeting),
  }
}

/** Names of whom and which groups a copy leaves out. */
export function leftOut({ notMine, invited, invitedGroups }: MeetingDetail): string[] {
  const people = invited.filter(({ personId }) => notMine.includes(personId))
  const groups = invitedGroups.filter(({ groupId }) => notMine.includes(groupId))
  return [...people, ...groups].map(({ name }) => name)
}

function withoutOthers(values: FormValues, { notMine }: MeetingDetail): FormValues {
  const isMine = (id: string | null) => id === null || !notMine.includes(id)
  const groups = values.invitedGroups.filter(({ groupId }) => isMine(groupId))
  return {
    ...values,
    invited: values.invited.filter(({ personId }) => isMine(personId)),
    invitedGroups: groups.map((group) => ({
      ...group,
      people: group.people.filter(({ personId }) => isMine(personId)),
      except: group.except.filter(isMine),
    })),
  }
}

const begun: ReadonlySet<MeetingState> = new Set(['live', 'ending', 'ended', 'captured'])

/**
 * A copy: at the same time, moved by whole weeks into the future if it has already started, without whom only the
 * organizer of the other meeting may invite.
 */
export function copyOf(meeting: MeetingDetail, now: Date, ownZone: string): FormValues {
  const values = withoutOthers(valuesOf(meeting, now, ownZone), meeting)
  if (!meeting.startsAt) return values
  const kind = values.kind === 'instant' ? 'scheduled' : values.kind
  // It may have started, and even ended, early.
  const hasBegun = begun.has(meeting.state) || Date.parse(meeting.startsAt) <= now.getTime()
  if (!hasBegun) return { ...values, kind }
  const today = dayKey(now, values.zone)
  const behind = Math.max(0, daysBetween(values.start.day, today))
  const isStillToday = behind % 7 === 0 && behind > 0 && values.start.time > timeKey(now, values.zone)
  const days = isStillToday ? behind : (Math.floor(behind / 7) + 1) * 7
  const later = (at: LocalTime): LocalTime => ({ ...at, day: addDays(at.day, days) })
  return { ...values, kind, start: later(values.start), end: later(values.end) }
}
