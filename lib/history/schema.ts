import { z } from 'zod'
import { MissingPerson, Named, SessionAttendee, SessionSummary } from '#lib/record/schema.ts'

export { MissingPerson, SessionAttendee, SessionSummary } from '#lib/record/schema.ts'

/**
 * Why it is not known who came: it is not over; GoTo has not reported it yet, or could not be asked just now, both asked
 * again; nobody who may read it is connected; the organizer is gone at GoTo, or it is longer ago than GoTo keeps, after
 * which it never will be.
 */
export const UnreadBecause = z.enum(['not-over', 'preparing', 'failed', 'not-connected', 'organizer-gone', 'expired'])
export type UnreadBecause = z.infer<typeof UnreadBecause>

/** `GET /api/history/{sessionId}`: the attendance report. */
export const Session = SessionSummary.extend({
  attendees: z.array(SessionAttendee),
  /** Invited people who are not known to have come to any sitting of the meeting, the required first. */
  missing: z.array(MissingPerson),
  /**
   * Of the people who were required, how many are known to have come to any sitting, and of how many nobody can say;
   * null: nobody was required, or it is not known who came.
   */
  required: z.object({ invited: z.number(), present: z.number(), unknown: z.number() }).nullable(),
  /** All sittings of the meeting, the first one first, this session among them: its host dropped out and came back. */
  sittings: z.array(z.object({ sessionId: z.string(), startedAt: z.string(), endedAt: z.string().nullable() })),
  /** Share of the attendees who are known persons, 0 to 1; null: nobody came. */
  identified: z.number().nullable(),
  unidentified: z.number(),
  /** Attendee rows of GoTo that could not be read: so many more may have been there. */
  unreadRows: z.number(),
  /** Other sessions of the same meeting ID, newest first, this one included: what the occurrence selector offers. */
  siblings: z.array(z.object({ id: z.string(), startedAt: z.string(), endedAt: z.string().nullable() })),
  /** When the attendees were read from GoTo; null: they are not, see `unreadBecause`. */
  asOf: z.string().nullable(),
  /** null: the attendees are there. */
  unreadBecause: UnreadBecause.nullable(),
})
export type Session = z.infer<typeof Session>

/**
 * `GET /api/meetings/{id}/report`: the same over all sittings of one planned meeting, or of the last session of a room.
 * `id` is the last sitting's; with `startedAt` null nothing is known to have taken place: `unreadBecause` says whether
 * that may change, and null that nobody came.
 */
export const MeetingReport = Session.extend({ id: z.string().nullable(), startedAt: z.string().nullable() })
export type MeetingReport = z.infer<typeof MeetingReport>

/**
 * `GET /api/history` query. `organizer` and `group` are ids, several with commas (`organizer` by person, as in
 * `/api/meetings`); without both: what I organize, and for who organizes nothing all they may see. `from` and `to`: local
 * days in `zone`, both included, or instants; without `from`: the 30 days up to `to`. `all`: without a beginning.
 */
export const HistoryFilter = z.strictObject({
  organizer: z.string().optional(),
  group: z.string().optional(),
  from: z.string().optional(),
  to: z.string().optional(),
  all: z.literal('1').optional(),
  zone: z.string().optional(),
  q: z.string().max(200).optional(),
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
})
export type HistoryFilter = z.infer<typeof HistoryFilter>

/** How much of what was asked for has been read from GoTo. */
export const HistoryCoverage = z.object({
  organizers: z.number(),
  /** Of attendance: those of whose every session it is known who came, as far as it can be. */
  read: z.number(),
  /** Names of up to five organizers whose past could not be read. */
  missing: z.array(z.string()),
  /** Of attendance: sessions of which it is not known yet who came; they are not among the items. */
  sessionsWaiting: z.number(),
  /** Of attendance: sessions of which it cannot be learnt any more who came. */
  sessionsLost: z.number(),
  /** Names of up to five organizers whose past was read in part: some of GoTo's rows could not be understood. */
  partly: z.array(z.string()),
  /** Meetings of these organizers that somebody holds right now: not over, so not among the items. */
  running: z.number(),
  /** Sessions that just ended and that GoTo has not reported yet. */
  unreported: z.number(),
  /** Reading is under way: ask again in a moment. */
  isReading: z.boolean(),
  /** The beginning of what was asked for; null: everything GoTo keeps (a year). */
  from: z.string().nullable(),
  to: z.string(),
})
export type HistoryCoverage = z.infer<typeof HistoryCoverage>

export const SessionList = z.object({
  /** Newest first. */
  items: z.array(SessionSummary),
  nextCursor: z.string().nullable(),
  /** When the oldest part of it was read from GoTo; null: never. */
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
  startedAt: z.string(),
  endedAt: z.string().nullable(),
})
export type AttendanceRow = z.infer<typeof AttendanceRow>

/** `GET /api/attendance`: attendee history over organizers, groups and a period; the filter is that of the history. */
export const AttendanceList = SessionList.extend({ items: z.array(AttendanceRow) })
export type AttendanceList = z.infer<typeof AttendanceList>
