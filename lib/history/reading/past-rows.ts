import type { RowOf } from '#lib/goto/contract/calls.ts'
import type { Rows } from '#lib/goto/contract/rows.ts'
import { kinds } from '#lib/goto/kinds.ts'
import { readPossible } from '#lib/goto/read-possible.ts'
import type { FoundRow } from '#lib/record/sessions/apply-history.ts'
import type { FoundSession } from '#lib/record/sessions/reconcile-sessions.ts'

export type GotoPastMeeting = RowOf<'listHistoricalMeetings'>
export type GotoAttendee = RowOf<'listAttendees'>

/** GoTo's past sessions in our terms (goto-api.md 5.6). */
export function foundSessions(list: Rows<GotoPastMeeting>, organizerKey: string): Rows<FoundSession> {
  return readPossible('listHistoricalMeetings', ofOrganizer(list, organizerKey), whyImpossible, (row) => ({
    gotoMeetingId: row.meetingId,
    gotoSessionId: row.sessionId,
    meetingInstanceKey: null,
    ...common(row),
  }))
}

/**
 * GoTo's attendee rows (goto-api.md 5.7). A row's `email`, `firstName` and `lastName` are the organizer's: of the
 * attendee we only know what they typed, which may be nothing. `organizerKey` null: all rows.
 */
export function foundRows(list: Rows<GotoAttendee>, organizerKey: string | null): Rows<FoundRow> {
  const rows = organizerKey === null ? list : ofOrganizer(list, organizerKey)
  return readPossible('listAttendees', rows, whyImpossible, (row) => ({
    session: {
      gotoMeetingId: row.meetingId,
      gotoSessionId: null,
      meetingInstanceKey: row.meetingInstanceKey,
      ...common(row),
    },
    stay: {
      typedName: shortened(row.attendeeName.trim(), longestName),
      typedEmail: shortened((row.attendeeEmail ?? '').trim(), longestName),
      joinedAt: row.joinTime,
      leftAt: notBefore(row.joinTime, row.leaveTime),
    },
  }))
}

function ofOrganizer<R extends { organizerKey: string }>({ rows, setAside }: Rows<R>, organizerKey: string): Rows<R> {
  return { rows: rows.filter((row) => row.organizerKey === organizerKey), setAside }
}

/** Nobody is called longer than this; an index takes only so much, and one name must not lose a whole report. */
const longestName = 300

function shortened(text: string, most: number): string {
  return text.length > most ? [...text].slice(0, most).join('') : text
}

function common(row: GotoPastMeeting | GotoAttendee) {
  return {
    subject: row.subject,
    kind: kinds[row.meetingType],
    startedAt: row.startTime,
    endedAt: row.endTime,
    attendeeCount: row.numAttendees === null ? null : Math.round(row.numAttendees),
  }
}

function whyImpossible({ startTime, endTime }: { startTime: string; endTime: string | null }): string | null {
  return endTime !== null && endTime < startTime ? 'endTime is before startTime' : null
}

/** GoTo rounds: nobody leaves before they come. */
function notBefore(joined: string | null, left: string | null): string | null {
  return joined !== null && left !== null && left < joined ? joined : left
}
