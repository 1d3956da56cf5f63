import { invalid } from '#lib/db/list-filter.ts'
import type { MeetingChange } from '#lib/meetings/schema.ts'
import { sentences } from '#lib/meetings/sentences.ts'
import type { ListedRow } from '#lib/record/meetings/listed-rows.ts'

/**
 * Refuses what a meeting cannot become. Another kind or another place would be another meeting.
 * @throws AppError `invalid`
 */
export function refuseChange({ meeting, planned }: ListedRow, change: MeetingChange): void {
  const isInRoom = meeting.gotoMeetingId === null
  if (isInRoom && change.kind !== 'scheduled') throw invalid('kind', sentences.staysScheduled)
  if (isInRoom && change.roomId === null) throw invalid('roomId', sentences.staysInRoom)
  if (!isInRoom && change.roomId !== null) throw invalid('roomId', sentences.staysOutOfRoom)
  if (change.kind === 'instant' && meeting.kind !== 'instant') throw invalid('kind', sentences.plannedNotInstant)
  if (change.kind === 'room' && meeting.kind === 'instant') throw invalid('kind', sentences.instantNotRoom)
  if (planned === null && change.kind === 'instant') throw invalid('kind', sentences.roomNotInstant)
}
