import { z } from 'zod'
import { Visibility } from '#lib/settings/schema.ts'

const meetingKinds = ['scheduled', 'instant', 'room'] as const
const meetingStates = ['scheduled', 'waiting', 'live', 'ending', 'ended', 'captured'] as const

export const MeetingKind = z.enum(meetingKinds)
export type MeetingKind = z.infer<typeof MeetingKind>

export const MeetingState = z.enum(meetingStates)
export type MeetingState = z.infer<typeof MeetingState>

/** A group as it was invited. Its people are those it had when it was chosen. */
export const InvitedGroup = z.object({
  groupId: z.string(),
  name: z.string(),
  required: z.boolean(),
  /** Ids of those of its people who are left out. */
  except: z.array(z.string()),
})
export type InvitedGroup = z.infer<typeof InvitedGroup>

/** A meeting's planned time, or a dateless room, as the server sends it. Instants are ISO strings in UTC. */
export const Meeting = z.object({
  id: z.string(),
  /** Nine digits, without dashes. */
  gotoMeetingId: z.string(),
  subject: z.string(),
  /** null for a room. */
  startsAt: z.string().nullable(),
  endsAt: z.string().nullable(),
  /** The organizer's zone, IANA name. */
  zone: z.string().nullable(),
  kind: MeetingKind,
  state: MeetingState,
  /** Since when, and what it is known from: `plan`, `press`, `goto`, `history`. */
  stateSince: z.string().nullable(),
  stateFrom: z.enum(['plan', 'press', 'goto', 'history']),
  organizer: z.object({ personId: z.string(), name: z.string(), email: z.string() }),
  group: z.object({ id: z.string(), name: z.string() }).nullable(),
  visibility: Visibility,
  /** By name: what is said here counts more than what holds for their groups. */
  invited: z.array(z.object({ personId: z.string(), name: z.string(), required: z.boolean() })),
  invitedGroups: z.array(InvitedGroup),
  agenda: z.string(),
  audio: z.string(),
  /** When Join is offered; null for a room, which can be joined, or waited for, at any time. */
  joinWindow: z.object({ opensAt: z.string(), closesAt: z.string() }).nullable(),
  /** How many people pressed Join here for this occurrence. Clicks, not presence. */
  joinPresses: z.number(),
  /** Being cancelled: until this instant it can be undone, then it is sent to GoTo. null: it is not. */
  cancelsAt: z.string().nullable(),
  can: z.object({
    join: z.boolean(),
    start: z.boolean(),
    edit: z.boolean(),
    cancel: z.boolean(),
    /** Undo its cancellation; too late once `cancelsAt` has passed, unless GoTo could not be reached. */
    undo: z.boolean(),
    /** See who pressed Join. */
    attendees: z.boolean(),
  }),
})
export type Meeting = z.infer<typeof Meeting>

export const Named = z.object({ personId: z.string(), name: z.string(), email: z.string() })

/** One run of a room, as lists show it. Instants are ISO strings in UTC, lengths whole minutes. */
export const SessionSummary = z.object({
  id: z.string(),
  /** Nine digits, without dashes; the same for every session of a room. */
  gotoMeetingId: z.string(),
  /** The planned meeting this was, as `/meetings/{id}`; null: none known. */
  meetingId: z.string().nullable(),
  subject: z.string(),
  kind: z.enum(['scheduled', 'instant', 'room']),
  organizer: Named,
  group: z.object({ id: z.string(), name: z.string() }).nullable(),
  plannedStartsAt: z.string().nullable(),
  plannedEndsAt: z.string().nullable(),
  /** Which sitting of its planned meeting it is, and of how many; null: the only one, or nothing was planned. */
  sitting: z.object({ nth: z.number(), of: z.number() }).nullable(),
  startedAt: z.string(),
  /** With `minutes` null: it is over, but GoTo does not say when it ended. */
  endedAt: z.string().nullable(),
  minutes: z.number().nullable(),
  /** People in the report, notetakers not among them; until they are stored, and where GoTo names nobody, as GoTo counts; null: GoTo did not say. */
  people: z.number().nullable(),
  /** Whether the attendees are stored. */
  hasAttendees: z.boolean(),
})
export type SessionSummary = z.infer<typeof SessionSummary>

/** One stay. */
export const Interval = z.object({
  /** null: GoTo does not say when. */
  joinedAt: z.string().nullable(),
  leftAt: z.string().nullable(),
  /** In which sitting, counted from 1; null: the report covers one alone. */
  sitting: z.number().nullable(),
})
export type Interval = z.infer<typeof Interval>

/**
 * What a row of a report is of: a `person`, also one nobody knows; a `placeholder`, a name that anybody could have or none,
 * without an address that identified somebody; or a `notetaker`, a program that writes down what is said and counts as nobody.
 */
export const AttendeeKind = z.enum(['person', 'placeholder', 'notetaker'])
export type AttendeeKind = z.infer<typeof AttendeeKind>

/**
 * What there is to say of a row. `shared-address`: several people used its address at the same time, each in a row of their
 * own; `perhaps-shared-address`: they may have, since not all times are known, several used it in turn, or a placeholder
 * name did.
 */
export const AttendeeNote = z.enum(['shared-address', 'perhaps-shared-address'])
export type AttendeeNote = z.infer<typeof AttendeeNote>

/** Somebody who was invited and is not known to have come. */
export const MissingPerson = z.object({
  personId: z.string(),
  name: z.string(),
  required: z.boolean(),
  /** `unknown`: one of the attendees nobody could identify may be this person, or not all of them are known yet. */
  state: z.enum(['absent', 'excused', 'unknown']),
})
export type MissingPerson = z.infer<typeof MissingPerson>

/** One person of a report: rejoins are merged, never overwritten. */
export const SessionAttendee = z.object({
  /** Tells this row apart within its session, however alike two are; it stays while their first stay does. */
  key: z.string(),
  /** Who it is, if the evidence is good enough. */
  personId: z.string().nullable(),
  /** The person's name, else as typed. */
  name: z.string(),
  typedName: z.string(),
  /** What else they typed as their name, each once, in order of joining. */
  alsoTyped: z.array(z.string()),
  email: z.string().nullable(),
  kind: AttendeeKind,
  /**
   * Of a placeholder: how many people all rows of this name may be, at least (so many were there at once) and at most (as
   * many as there are rows). Otherwise null.
   */
  mayBeAtLeast: z.number().nullable(),
  mayBe: z.number().nullable(),
  note: AttendeeNote.nullable(),
  role: z.enum(['organizer', 'attendee']),
  /**
   * How they were invited to the planned meeting; null: not invited, or it is unknown who they are or what was planned.
   */
  required: z.enum(['required', 'optional']).nullable(),
  /** As far as they are known. */
  firstJoin: z.string().nullable(),
  lastLeave: z.string().nullable(),
  /**
   * Minutes present, to a tenth: the union of the intervals, so that two devices at once count once. null: when one of
   * them began or ended is unknown.
   */
  minutes: z.number().nullable(),
  /** Share of the session's length, 0 to 1; null where either is unknown. */
  share: z.number().nullable(),
  intervals: z.array(Interval),
  /** 0 to 1, and why: `same e-mail`, … Empty: not identified. */
  confidence: z.number().nullable(),
  reasons: z.array(z.string()),
  /** More than five minutes after the planned start and after the host; null: nothing was planned, or it is not known. */
  isLate: z.boolean().nullable(),
  /** More than five minutes before the planned end and before it was over; null as above. */
  leftEarly: z.boolean().nullable(),
})
export type SessionAttendee = z.infer<typeof SessionAttendee>
