import type { Actor } from '#lib/auth/actor.ts'
import { can } from '#lib/auth/policy.ts'
import { type Meeting, MeetingKind } from '#lib/record/schema.ts'
import { Visibility } from '#lib/settings/schema.ts'
import { whyNotCancel } from './being-cancelled.ts'
import { compareInvited } from './compare-invited.ts'
import { joinFacts } from './join-facts.ts'
import type { JoinRules } from './join-window.ts'
import { gotoIdOf, groupsOf, type ListedRow, publicId, type Surroundings, subjectOf } from './listed-rows.ts'

export type Standpoint = { actor: Actor; rules: JoinRules; now: Date }

/** What the server sends for one line of the list. */
export function viewMeeting(row: ListedRow, around: Surroundings, { actor, rules, now }: Standpoint): Meeting {
  const { meeting, planned } = row
  const { window, refusal, ...facts } = joinFacts(row, around, rules, now)
  const { organizer } = meeting
  const subject = subjectOf(row)
  const isKept = meeting.cancelsAt === null
  return {
    id: publicId(row),
    gotoMeetingId: String(gotoIdOf(row) ?? ''),
    subject: meeting.subject,
    startsAt: planned?.startsAt.toISOString() ?? null,
    endsAt: planned?.endsAt.toISOString() ?? null,
    zone: planned?.zone ?? null,
    kind: MeetingKind.parse(meeting.kind),
    state: facts.state,
    stateSince: facts.stateSince?.toISOString() ?? null,
    stateFrom: facts.stateFrom,
    organizer: { personId: organizer.personId, name: organizer.name, email: organizer.email },
    group: organizer.group ? { id: organizer.group.id, name: organizer.group.name } : null,
    visibility: Visibility.parse(meeting.visibility),
    invited: meeting.invited
      .map(({ personId, person, required }) => ({ personId, name: person.name, required }))
      .sort(compareInvited),
    invitedGroups: groupsOf(meeting).map(({ people: _, ...group }) => group),
    agenda: meeting.agenda,
    audio: meeting.audio,
    joinWindow: window && { opensAt: window.opensAt.toISOString(), closesAt: window.closesAt.toISOString() },
    joinPresses: around.presses.get(publicId(row)) ?? 0,
    cancelsAt: meeting.cancelsAt?.toISOString() ?? null,
    can: {
      join: refusal === null && can(actor, 'meeting.join', subject),
      start: isKept && can(actor, 'meeting.start', subject),
      edit: isKept && can(actor, 'meeting.edit', subject),
      cancel: isKept && whyNotCancel(row, facts.state) === null && can(actor, 'meeting.cancel', subject),
      undo: !isKept && meeting.cancelTellingAt === null && can(actor, 'meeting.cancel', subject),
      attendees: can(actor, 'meeting.attendees', subject),
    },
  }
}
