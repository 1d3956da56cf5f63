import { AppError } from '#lib/errors.ts'
import type { RowOf } from '#lib/goto/contract/calls.ts'
import { kinds } from '#lib/goto/kinds.ts'
import type { FoundRow } from '#lib/record/sessions/apply-history.ts'
import type { FoundSession } from '#lib/record/sessions/reconcile-sessions.ts'

export type GotoPastMeeting = RowOf<'listHistoricalMeetings'>
export type GotoAttendee = RowOf<'listAttendees'>

/** GoTo's past sessions in our words (goto-api.md 5.6). A row that cannot be true is left out and spoils no other. */
export function foundSessions(rows: readonly GotoPastMeeting[], organizerKey: string): FoundSession[] {
  return rows
    .filter((row) => row.organizerKey === organizerKey && isPossible(row))
    .map((row) => ({
      gotoMeetingId: row.meetingId,
      gotoSessionId: storableId(row.sessionId),
      meetingInstanceKey: null,
      ...common(row),
    }))
}

/**
 * GoTo's attendee rows (goto-api.md 5.7). The `email`, `firstName` and `lastName` of a row are the organizer's: of the
 * attendee only what was typed is known, and that may be nothing.
 */
export function foundRows(rows: readonly GotoAttendee[], organizerKey: string): FoundRow[] {
  return rows
    .filter((row) => row.organizerKey === organizerKey && isPossible(row))
    .map((row) => ({
      session: {
        gotoMeetingId: row.meetingId,
        gotoSessionId: null,
        meetingInstanceKey: storableId(row.meetingInstanceKey),
        ...common(row),
      },
      stay: {
        typedName: row.attendeeName.trim(),
        typedEmail: typedEmail(row.attendeeEmail),
        joinedAt: knownTime(row.joinTime),
        leftAt: later(knownTime(row.joinTime), knownTime(row.leaveTime)),
      },
    }))
}

/** Guests may leave it out; then GoTo says "NA", or nothing. */
function typedEmail(text: string | null): string {
  const typed = (text ?? '').trim()
  return /^n\/?a$/i.test(typed) ? '' : typed
}

function common(row: GotoPastMeeting | GotoAttendee) {
  return {
    subject: row.subject,
    kind: kinds[row.meetingType],
    startedAt: row.startTime,
    endedAt: knownTime(row.endTime),
    attendeeCount: row.numAttendees === null ? null : Math.round(row.numAttendees),
  }
}

function isPossible({
  meetingId,
  startTime,
  endTime,
}: {
  meetingId: string
  startTime: string
  endTime: string | null
}) {
  return /^[1-9]\d{5,17}$/.test(meetingId) && (endTime === null || endTime >= startTime)
}

/** The tables cannot keep an unknown time yet: until they can, nothing is called read that is not. */
function knownTime(time: string | null): string {
  if (time !== null) return time
  const cause = new Error('a row of the past without one of its times')
  throw new AppError('upstream_rejected', 'GoTo does not say all times of this past. Look again later.', { cause })
}

function later(one: string, other: string): string {
  return one > other ? one : other
}

const largestId = 2n ** 63n - 1n

function storableId(id: string | null): string | null {
  return id !== null && /^\d+$/.test(id) && BigInt(id) <= largestId ? id : null
}
