import { kinds } from '#lib/goto/kinds.ts'
import type { Change } from '#lib/meetings/create/draft-parts.ts'
import { audioOptions } from '#lib/meetings/schema.ts'
import {
  type Details,
  type GotoMeeting,
  hasDetails,
  hasOtherAudio,
  knownDetails,
} from '#lib/record/meetings/goto-details.ts'
import type { ListedRow } from '#lib/record/meetings/listed-rows.ts'

/** Whether GoTo has something that we have not read yet. Times count only where a meeting has a date. */
export function isOther(there: GotoMeeting, row: ListedRow): boolean {
  const { meeting, planned } = row
  const details = knownDetails(row)
  if (details && !hasDetails(there, details)) return true
  if (hasOtherAudio(there, row)) return true
  if (there.subject !== meeting.subject || kinds[there.meetingType] !== meeting.kind) return true
  if (planned === null || meeting.kind !== 'scheduled') return false
  return there.startTime !== planned.startsAt.toISOString() || there.endTime !== planned.endsAt.toISOString()
}

/** What was asked for before without an answer may have arrived: then it is no edit of somebody else. */
export function isRequested(
  there: GotoMeeting,
  row: ListedRow,
  { change, times, kept }: Pick<Change, 'change' | 'times'> & { kept: Details },
): boolean {
  if (knownDetails(row) && !hasDetails(there, kept)) return false
  if (hasOtherAudio(there, row) && !mayFollow(there.conferenceCallInfo, row.meeting.audioOption, change.audio))
    return false
  if (there.subject !== change.subject || kinds[there.meetingType] !== change.kind) return false
  if (change.kind !== 'scheduled') return true
  const { startsAt, endsAt } = times.goto
  return there.startTime === startsAt.toISOString() && there.endTime === endsAt.toISOString()
}

/** Whether GoTo may make this text of the chosen audio: of an option it makes its own numbers, of a text that text. */
function mayFollow(text: string, before: string | null, chosen: string): boolean {
  if (chosen === before) return false
  return audioOptions.some((option) => option === chosen) || text === chosen
}
