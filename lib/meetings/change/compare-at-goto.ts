import { kinds } from '#lib/goto/kinds.ts'
import type { Change } from '#lib/meetings/create/draft-parts.ts'
import { audioOptions } from '#lib/meetings/rules.ts'
import {
  type Details,
  type GotoMeeting,
  hasDetails,
  hasOtherAudio,
  knownDetails,
} from '#lib/record/meetings/goto-details.ts'
import type { ListedRow } from '#lib/record/meetings/listed-rows.ts'

/** Whether GoTo has something we have not read yet. Times count only where a meeting has a date. */
export function isOther(there: GotoMeeting, row: ListedRow): boolean {
  const { meeting, planned } = row
  const details = knownDetails(row)
  if (details && !hasDetails(there, details)) return true
  if (hasOtherAudio(there, row)) return true
  if (there.subject !== meeting.subject || kinds[there.meetingType] !== meeting.kind) return true
  if (planned === null || meeting.kind !== 'scheduled') return false
  return there.startTime !== planned.startsAt.toISOString() || there.endTime !== planned.endsAt.toISOString()
}

/** An earlier request without an answer may have arrived: then this is nobody else's edit. */
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

/** Whether GoTo may turn the chosen audio into this text: an option becomes its own numbers, a text stays as it is. */
function mayFollow(text: string, before: string | null, chosen: string): boolean {
  if (chosen === before) return false
  return audioOptions.some((option) => option === chosen) || text === chosen
}
