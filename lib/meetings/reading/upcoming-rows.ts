import type { RowOf } from '#lib/goto/contract/calls.ts'
import { kinds } from '#lib/goto/kinds.ts'
import type { FoundMeeting } from '#lib/record/listing/reconcile-meetings.ts'

export type GotoUpcomingMeeting = RowOf<'listUpcomingMeetings'>
export type RejectedRow = { gotoMeetingId: string; reason: string }

/**
 * GoTo's rows in our words. A row that cannot be true is put aside instead of spoiling the others; a row of somebody
 * else, for whom this person is a co-organizer, is theirs to list.
 */
export function listedMeetings(
  rows: readonly GotoUpcomingMeeting[],
  organizerKey: string,
): { listed: FoundMeeting[]; rejected: RejectedRow[] } {
  const listed: FoundMeeting[] = []
  const rejected: RejectedRow[] = []
  for (const row of rows) {
    if (row.organizerKey !== organizerKey) continue
    const reason = whyImpossible(row)
    if (reason) rejected.push({ gotoMeetingId: row.meetingId, reason })
    else listed.push(listedMeeting(row))
  }
  return { listed, rejected }
}

function listedMeeting(row: GotoUpcomingMeeting): FoundMeeting {
  const kind = kinds[row.meetingType]
  // A recurring meeting's times are those of its creation and say nothing about when it takes place (goto-api.md 5.5, 9.3).
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
  if (!/^[1-9]\d{5,17}$/.test(row.meetingId)) return 'is not a meeting id'
  if (row.meetingType === 'recurring') return null
  if (row.startTime === null || row.endTime === null) return 'has a date and no times'
  if (row.endTime < row.startTime) return 'ends before it starts'
  return null
}
