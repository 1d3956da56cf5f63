import { z } from 'zod'
import { whyNotEmail } from '#lib/email.ts'
import { toStorable } from '#lib/goto/contract/storable.ts'
import { Meeting, MeetingKind, MeetingState } from '#lib/record/schema.ts'
import { Visibility } from '#lib/settings/schema.ts'
import { dayMs } from '#lib/time/day.ts'
import { timeSentences } from '#lib/time/sentences.ts'
import { isZone } from '#lib/time/zone.ts'
import { longestSubject, mostInvited, subjectLength } from './rules.ts'
import { atMostADay, roomInRoom, tooManyInvited } from './sentences.ts'

export { Meeting, MeetingKind, MeetingState } from '#lib/record/schema.ts'

const short = z.string().max(200, 'At most 200 characters.')

/**
 * `GET /api/meetings` query. `from` and `to` filter by start: instants (ISO, `to` exclusive) or local days
 * (`2026-11-24`, in `zone`, both included). Without `from`: whatever is not over, and everything live; so too what began
 * before a period that lasts now. Dateless rooms are on the first page while somebody is in them or waiting, and whenever
 * `q`, `organizer` or `rooms` asks for them. From `from`, or from now, to `to` it is ten years at most. A page may be
 * shorter than `limit`, even empty, where `nextCursor` goes on: so much was looked through.
 */
export const MeetingFilter = z.strictObject({
  organizer: short.optional(),
  group: short.optional(),
  from: short.optional(),
  to: short.optional(),
  zone: short.optional(),
  q: short.optional(),
  /** `1`: only meetings I organize or am invited to. */
  mine: z.literal('1').optional(),
  /** `1`: with empty dateless rooms. */
  rooms: z.literal('1').optional(),
  /** It may hold a subject. */
  cursor: z.string().max(4_000, 'At most 4,000 characters.').optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
})
export type MeetingFilter = z.infer<typeof MeetingFilter>

/** How much of the company the list covers, and how old it is. */
export const Coverage = z.object({
  /** Whose grants reading uses: administrators' lent ones, connected organizers' own, or none. */
  source: z.enum(['administrator', 'organizers', 'none']),
  organizers: z.number(),
  read: z.number(),
  /** Names of up to five organizers whose meetings could not be read lately. */
  missing: z.array(z.string()),
  /** The same for organizers whose list at GoTo was read in part: some rows could not be understood. */
  partly: z.array(z.string()),
})
export type Coverage = z.infer<typeof Coverage>

export const MeetingList = z.object({
  items: z.array(Meeting),
  nextCursor: z.string().nullable(),
  /**
   * When the oldest part of what `coverage.read` counts was read from GoTo, to the minute; null before the first read.
   */
  asOf: z.string().nullable(),
  coverage: Coverage,
  /** The small personal addition: when I last pressed Join, by meeting id. */
  joined: z.record(z.string(), z.string()),
  /** How I am invited to meetings that have me only through a group, by meeting id: their `invited` does not name me. */
  throughGroups: z.record(z.string(), Meeting.shape.invited.element),
  /** Of all lists together: while it stays, no meeting in any page has changed. */
  version: z.string(),
})
export type MeetingList = z.infer<typeof MeetingList>

/** The answer to a click on Join: where the meeting is, and whether the host is there. */
export const JoinAnswer = z.object({ joinUrl: z.string(), state: MeetingState, joinedAt: z.string() })
export type JoinAnswer = z.infer<typeof JoinAnswer>

/** A meeting ID as people type or paste it: `123-456-789`, a join link, or the whole invitation it stands in. */
export const JoinById = z.strictObject({
  meetingId: z.string().min(1, 'Type the meeting ID.').max(5_000, 'At most 5,000 characters.'),
})
export type JoinById = z.infer<typeof JoinById>

/**
 * `GET /api/meetings/join?meetingId=`: which meeting an ID means now, before anybody joins it. null: none that Foyer knows
 * or this person may see.
 */
export const FoundById = z.object({ gotoMeetingId: z.string(), meeting: Meeting.nullable() })
export type FoundById = z.infer<typeof FoundById>

/** `POST /api/meetings/join`. `meeting` is null for an ID Foyer does not know: GoTo may know it all the same. */
export const JoinByIdAnswer = z.object({
  gotoMeetingId: z.string(),
  joinUrl: z.string(),
  meeting: Meeting.nullable(),
  joinedAt: z.string(),
})
export type JoinByIdAnswer = z.infer<typeof JoinByIdAnswer>

/** `GET /api/meetings/{id}/join`: what a waiting page asks every few seconds. */
export const JoinState = z.object({
  state: MeetingState,
  stateSince: z.string().nullable(),
  joinUrl: z.string(),
  /** When the state was last read from GoTo; null: never. */
  asOf: z.string().nullable(),
})
export type JoinState = z.infer<typeof JoinState>

const instant = z.iso
  .datetime({ offset: true, error: timeSentences.notATime })
  .refine((text) => Math.abs(new Date(text).getUTCFullYear() - 2500) < 1000, 'Enter a date in this millennium.')

const mostOfGroup = 1_000

export const Invitation = z
  .strictObject({
    personId: z.uuid().optional(),
    /** Somebody Foyer need not know yet. */
    email: z.string().superRefine(checkEmail).optional(),
    name: z.string().overwrite(toStorable).trim().max(200).optional(),
    required: z.boolean().default(false),
  })
  .refine(({ personId, email }) => personId !== undefined || email !== undefined, 'Enter a person or an address.')
export type Invitation = z.infer<typeof Invitation>

function checkEmail(text: string, problems: z.RefinementCtx): void {
  const message = whyNotEmail(text)
  if (message !== null) problems.addIssue({ code: 'custom', message })
}

/** Everybody of a group but `except`. */
export const GroupInvitation = z.strictObject({
  groupId: z.uuid(),
  /** As it was shown: the group's own name counts. */
  name: z.string().max(1_000).optional(),
  required: z.boolean().default(false),
  except: z.array(z.uuid()).max(mostOfGroup).default([]),
  /** Its people as they were when it was chosen; left out: as the meeting has them, else as they are now. */
  people: z
    .array(z.strictObject({ personId: z.uuid(), name: z.string().max(1_000).optional() }))
    .max(mostOfGroup)
    .optional(),
})
export type GroupInvitation = z.infer<typeof GroupInvitation>

const draft = {
  subject: z
    .string()
    .overwrite(toStorable)
    .trim()
    .min(1, 'A meeting needs a subject.')
    .refine(
      (subject) => subjectLength(subject) <= longestSubject,
      'At most 100 characters; each < and > counts as four.',
    ),
  kind: MeetingKind.default('scheduled'),
  /**
   * Instants. A scheduled meeting needs both; an instant one starts now and lasts an hour by default; a room has none.
   */
  startsAt: instant.nullable().default(null),
  endsAt: instant.nullable().default(null),
  /** The zone it is planned in; by default the organizer's own. */
  zone: z.string().refine(isZone, timeSentences.notAZone).optional(),
  /** The id of my room in which this takes place; null: its own meeting ID. */
  roomId: z.uuid().nullable().default(null),
  /** One of `audioOptions`, or a company's own numbers and codes. */
  audio: z
    .string()
    .overwrite(toStorable)
    .trim()
    .min(1, 'Enter how people will hear each other.')
    .max(255, 'At most 255 characters.')
    .default('Hybrid'),
  /** In a room: the room's, or left out; the same for `coorganizers`. `audio` is always the room's. */
  passwordRequired: z.boolean().default(false),
  /** Ids of organizers (`GET /api/organizers`) who may also start it. */
  coorganizers: z.array(z.uuid()).max(50, 'At most 50 co-organizers.').default([]),
  /** Ours alone: GoTo has none. */
  agenda: z.string().overwrite(toStorable).max(10_000, 'At most 10,000 characters.').default(''),
  /** By default the company's. */
  visibility: Visibility.optional(),
  invited: z
    .array(Invitation)
    .max(mostInvited, { error: ({ input }) => tooManyInvited((input as unknown[]).length, mostInvited) })
    .default([]),
  invitedGroups: z.array(GroupInvitation).max(50, 'At most 50 groups can be invited.').default([]),
}

/** `POST /api/meetings`. The same `requestId` again is the same request: it is never created twice. */
export const MeetingDraft = z.strictObject({ ...draft, requestId: z.uuid().optional() }).superRefine(checkTimes)
export type MeetingDraft = z.infer<typeof MeetingDraft>

/** `PUT /api/meetings/{id}`: a full replacement, made from the version it names. */
export const MeetingChange = z
  .strictObject({ ...draft, version: z.int().min(0).max(2_147_483_647) })
  .superRefine(checkTimes)
export type MeetingChange = z.infer<typeof MeetingChange>

type Times = { kind: MeetingKind; startsAt: string | null; endsAt: string | null; roomId: string | null }

export const longestMeetingMs = dayMs

function checkTimes({ kind, startsAt, endsAt, roomId }: Times, problems: z.RefinementCtx): void {
  const complain = (field: string, message: string) => problems.addIssue({ code: 'custom', path: [field], message })
  if (kind === 'room' && roomId !== null) complain('roomId', roomInRoom)
  if (kind !== 'scheduled') return
  if (startsAt === null) complain('startsAt', 'Enter a start.')
  if (endsAt === null) complain('endsAt', 'Enter an end.')
  if (startsAt === null || endsAt === null) return
  const lengthMs = Date.parse(endsAt) - Date.parse(startsAt)
  if (lengthMs <= 0) complain('endsAt', timeSentences.endsBeforeStart)
  else if (lengthMs > longestMeetingMs) complain('endsAt', atMostADay)
}

/** `GET /api/meetings/{id}`: what its page and its edit form show beyond the line of a list. */
export const MeetingDetail = Meeting.extend({
  /** The people of `invitedGroups`, those left out among them. */
  groupPeople: z.array(
    z.object({ groupId: z.string(), people: z.array(z.object({ personId: z.string(), name: z.string() })) }),
  ),
  /** Of the invited people and groups, those I could not invite to a meeting of my own: others' guests, groups that are gone. */
  notMine: z.array(z.string()),
  version: z.number(),
  origin: z.enum(['goto', 'foyer']),
  joinUrl: z.string(),
  /**
   * What was chosen in Foyer; null: created elsewhere, and GoTo does not reveal it. `audio` is what GoTo tells people.
   */
  audioOption: z.string().nullable(),
  passwordRequired: z.boolean(),
  coorganizers: z.array(z.object({ organizerId: z.string(), name: z.string() })),
  /**
   * The room it takes place in, if it has no meeting ID of its own; `isLive`: a meeting is running there, perhaps
   * another.
   */
  room: z.object({ id: z.string(), subject: z.string(), isLive: z.boolean() }).nullable(),
  /** Why the cancellation has not reached GoTo yet: an error code. */
  cancelFailure: z.string().nullable(),
  /** The cancellation may have reached GoTo: whether it still has the meeting is unknown. */
  mayBeDeleted: z.boolean(),
  /** When the state was last read from GoTo; null: never. */
  stateAsOf: z.string().nullable(),
  /** Of a meeting still to come: whether its organizer's past meetings show that they start on time. */
  startsOnTime: z.boolean(),
  /**
   * Who from here has pressed Join for what is on now, for those who are invited or start it too. Clicks, not presence.
   * null: nothing is on, or only their number may be known.
   */
  company: z.array(z.object({ personId: z.string(), name: z.string() })).nullable(),
  /** Its recorded sessions, newest first. */
  sessions: z.array(
    z.object({ id: z.string(), startedAt: z.string(), endedAt: z.string().nullable(), hasAttendees: z.boolean() }),
  ),
})
export type MeetingDetail = z.infer<typeof MeetingDetail>

/** `GET /api/meetings/conflicts`: my other meetings at that time. `except`: the meeting being edited. */
export const ConflictQuery = z.strictObject({
  startsAt: instant,
  endsAt: instant,
  except: z.uuid().optional(),
  roomId: z.uuid().optional(),
})
export type ConflictQuery = z.infer<typeof ConflictQuery>

const Neighbour = z.object({ id: z.string(), subject: z.string(), startsAt: z.string(), endsAt: z.string() })
export const Conflicts = z.object({
  /** Mine, organized or invited, that overlap. */
  overlaps: z.array(Neighbour),
  /**
   * In the same room, ending just before it starts or starting just after it ends: people would run into each other.
   */
  roomNeighbours: z.array(Neighbour.extend({ side: z.enum(['before', 'after']) })),
})
export type Conflicts = z.infer<typeof Conflicts>

/** `POST /api/meetings/{id}/start` and `/end`: where the host goes. It contains the organizer's token: never stored. */
export const HostAnswer = z.object({ hostUrl: z.string() })
export type HostAnswer = z.infer<typeof HostAnswer>

const Pressed = z.object({
  personId: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  /** When they last pressed Join for this meeting. A click, not presence. null: not yet. */
  pressedAt: z.string().nullable(),
})
/** `GET /api/meetings/{id}/attendees`: who pressed Join, for its organizer, their managers and administrators. */
export const MeetingAttendees = z.object({
  invited: z.array(Pressed.extend({ required: z.boolean() })),
  others: z.array(Pressed),
})
export type MeetingAttendees = z.infer<typeof MeetingAttendees>
