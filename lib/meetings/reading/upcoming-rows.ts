import type { RowOf } from '#lib/goto/contract/calls.ts'
import type { Rows } from '#lib/goto/contract/rows.ts'
import { kinds } from '#lib/goto/kinds.ts'
import { readPossible } from '#lib/goto/read-possible.ts'
import type { FoundMeeting } from '#lib/record/listing/reconcile-meetings.ts'

export type GotoUpcomingMeeting = RowOf<'listUpcomingMeetings'>

/**
 * GoTo's rows in our words. Another organizer's row, where this person is a co-organizer, is left to that organizer.
 */
export function foundMeetings(list: Rows<GotoUpcomingMeeting>, organizerKey: string): Rows<FoundMeeting> {
  const rows = list.rows.filter((row) => row.organizerKey === organizerKey)
  return readPossible('listUpcomingMeetings', { ...list, rows }, whyImpossible, listedMeeting)
}

function listedMeeting(row: GotoUpcomingMeeting): FoundMeeting {
  const kind = kinds[row.meetingType]
  // A recurring meeting's times are those of its creation and say nothing about when it takes place (goto-api.md 5.5,
  // 9.3).
  const isDateless = kind === 'room'
  return {
    gotoMeetingId: row.meetingId,
    subject: row.subject,
    kind,
    startsAt: isDateless ? null : row.startTime,
    endsAt: isDateless ? null : row.endTime,
    audio: row.conferenceCallInfo,
    isActive: row.status === null ? null : row.status === 'ACTIVE',
  }
}

function whyImpossible(row: GotoUpcomingMeeting): string | null {
  if (row.meetingType === 'recurring') return null
  if (row.startTime === null || row.endTime === null) return 'has a date but no times'
  if (row.endTime < row.startTime) return 'ends before it starts'
  return null
}
