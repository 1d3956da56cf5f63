import { z } from 'zod'
import { MissingPerson, Named, SessionAttendee, SessionSummary } from '#lib/record/schema.ts'
import { decimals, separators } from './rules.ts'

export { MissingPerson, SessionAttendee, SessionSummary } from '#lib/record/schema.ts'

/**
 * Why attendance isn't known: the meeting isn't over; GoTo hasn't reported it or couldn't be reached just now, both
 * retried; a row of GoTo's that may be about it could not be understood, tried again once a day; nobody who may read it
 * is connected; or, for good, the organizer is gone at GoTo, or it is older than GoTo keeps.
 */
export const UnreadBecause = z.enum([
  'not-over',
  'preparing',
  'failed',
  'unreadable',
  'not-connected',
  'organizer-gone',
  'expired',
])
export type UnreadBecause = z.infer<typeof UnreadBecause>

/** A further sitting of a meeting: it is still running, or GoTo hasn't reported it; null: there is none. */
const Pending = z.enum(['not-over', 'preparing']).nullable()

/** `GET /api/history/{sessionId}`: the attendance report. */
export const Session = SessionSummary.extend({
  attendees: z.array(SessionAttendee),
  /** Invited people not known to have come to any sitting of the meeting, required first. */
  missing: z.array(MissingPerson),
  /**
   * How many required people are known to have come to any sitting, and how many are undecided; null: nobody was
   * required, or attendance isn't known.
   */
  required: z.object({ invited: z.number(), present: z.number(), unknown: z.number() }).nullable(),
  /** All sittings of the meeting, first one first, including this session: its host dropped out and came back. */
  sittings: z.array(z.object({ sessionId: z.string(), startedAt: z.string(), endedAt: z.string().nullable() })),
  /** Share of the attendees who are identified, 0 to 1; null: nobody came. */
  identified: z.number().nullable(),
  unidentified: z.number(),
  /** GoTo's attendee rows that could not be read: up to this many more people may have been there. */
  unreadRows: z.number(),
  /** How many more people GoTo counts than it has rows for: somebody may be missing here. */
  unnamed: z.number(),
  /** Unidentified attendees of all sittings: anybody who is `unknown` could be one of them. */
  couldBe: z.number(),
  /** Whether anybody without a row in any sitting did not come. */
  isCertain: z.boolean(),
  pending: Pending,
  /** All sessions of the same meeting ID, newest first, including this one: what the occurrence selector offers. */
  siblings: z.array(z.object({ id: z.string(), startedAt: z.string(), endedAt: z.string().nullable() })),
  /** When the attendees were read from GoTo; null: they weren't, see `unreadBecause`. */
  asOf: z.string().nullable(),
  /** null: attendees are known. */
  unreadBecause: UnreadBecause.nullable(),
})
export type Session = z.infer<typeof Session>

/**
 * `GET /api/meetings/{id}/report`: the same across all sittings of one planned meeting, or for the last session of a
 * room. `id` is the last sitting's. With `startedAt` null nothing is known to have taken place: `unreadBecause` says
 * whether that may change, and null that nobody came.
 */
export const MeetingReport = Session.extend({ id: z.string().nullable(), startedAt: z.string().nullable() })
export type MeetingReport = z.infer<typeof MeetingReport>

const short = z.string().max(200, 'At most 200 characters.')

/**
 * `GET /api/history` query. `organizer` and `group` are comma-separated ids (`organizer` by person, as in
 * `/api/meetings`); without both: what I organize, or everything I may see if I organize nothing. `from` and `to`:
 * local days in `zone`, both included, or instants; without `from`: the last 30 local days up to `to`; ten years at most. `all`: no start.
 * A page may be shorter than `limit`, even empty, where `nextCursor` goes on: so much was looked through.
 */
export const HistoryFilter = z.strictObject({
  // A list has a limit of its own, of 200.
  organizer: z.string().max(10_000, 'At most 10,000 characters.').optional(),
  group: z.string().max(10_000, 'At most 10,000 characters.').optional(),
  from: short.optional(),
  to: short.optional(),
  all: z.literal('1').optional(),
  zone: short.optional(),
  q: z.string().max(200, 'At most 200 characters.').optional(),
  cursor: short.optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
})
export type HistoryFilter = z.infer<typeof HistoryFilter>

/**
 * How a CSV file is written: spreadsheets split it at the sign that their language has. Without `decimal` numbers have a
 * comma beside semicolons, and else a point.
 */
export const CsvForm = z.strictObject({
  separator: z.enum(separators).optional(),
  decimal: z.enum(decimals).optional(),
})
export type CsvForm = z.infer<typeof CsvForm>

/** How much of what was asked for has been read from GoTo. */
export const HistoryCoverage = z.object({
  organizers: z.number(),
  /** For attendance: organizers whose every session has known attendance, as far as possible. */
  read: z.number(),
  /** Names of up to five organizers whose past could not be read. */
  missing: z.array(z.string()),
  /** For attendance: sessions whose attendance isn't known yet; they aren't among the items. */
  sessionsWaiting: z.number(),
  /** For attendance: sessions whose attendance is no longer available. */
  sessionsLost: z.number(),
  /** Names of up to five organizers whose past was partly read: some of GoTo's rows could not be understood. */
  partly: z.array(z.string()),
  /** These organizers' running meetings: not over, so not among the items. */
  running: z.number(),
  /** Sessions that ended within a day and GoTo hasn't reported yet. */
  unreported: z.number(),
  /** Reading is under way: ask again in a moment. */
  isReading: z.boolean(),
  /** The start of what was asked for; null: everything GoTo keeps (a year). */
  from: z.string().nullable(),
  to: z.string(),
})
export type HistoryCoverage = z.infer<typeof HistoryCoverage>

/** A session as `GET /api/history` lists it. */
export const PastSession = SessionSummary.extend({
  pending: Pending,
  /** How few its people may be, where rows share a placeholder name; null: there are as many as `people`. */
  fewestPeople: z.number().nullable(),
  /** Of one of several sittings: the whole meeting, its people as the report of all sittings counts them. */
  whole: SessionSummary.pick({ startedAt: true, endedAt: true, people: true })
    .extend({ fewestPeople: z.number().nullable() })
    .nullable(),
})
export type PastSession = z.infer<typeof PastSession>

export const SessionList = z.object({
  /** Newest first. */
  items: z.array(PastSession),
  nextCursor: z.string().nullable(),
  /** When the oldest part was read from GoTo; null: never. */
  asOf: z.string().nullable(),
  coverage: HistoryCoverage,
})
export type SessionList = z.infer<typeof SessionList>

/** One person in one session: a line of the attendee history. */
export const AttendanceRow = SessionAttendee.omit({ intervals: true }).extend({
  sessionId: z.string(),
  subject: z.string(),
  gotoMeetingId: z.string(),
  organizer: Named,
  sitting: SessionSummary.shape.sitting,
  startedAt: z.string(),
  endedAt: z.string().nullable(),
})
export type AttendanceRow = z.infer<typeof AttendanceRow>

/** `GET /api/attendance`: attendee history across organizers, groups and a period; same filter as the history. */
export const AttendanceList = SessionList.extend({ items: z.array(AttendanceRow) })
export type AttendanceList = z.infer<typeof AttendanceList>
