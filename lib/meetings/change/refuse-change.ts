import { invalid } from '#lib/db/list-filter.ts'
import type { MeetingChange } from '#lib/meetings/schema.ts'
import type { ListedRow } from '#lib/record/meetings/listed-rows.ts'

/**
 * Refuses what a meeting cannot become. Another kind or another place would be another meeting.
 * @throws AppError `invalid`
 */
export function refuseChange({ meeting, planned }: ListedRow, change: MeetingChange): void {
  const isInRoom = meeting.gotoMeetingId === null
  if (isInRoom && change.kind !== 'scheduled')
    throw invalid('kind', 'A meeting in a room is always scheduled. To change its type, duplicate it.')
  if (isInRoom && change.roomId === null)
    throw invalid('roomId', 'This meeting takes place in a room. To give it a new meeting ID, duplicate it.')
  if (!isInRoom && change.roomId !== null)
    throw invalid('roomId', 'This meeting has its own meeting ID. To hold it in a room, duplicate it.')
  if (change.kind === 'instant' && meeting.kind !== 'instant')
    throw invalid('kind', 'A planned meeting cannot become an instant meeting. Use Meet now instead.')
  if (change.kind === 'room' && meeting.kind === 'instant')
    throw invalid('kind', 'An instant meeting cannot become a room. Create a new room instead.')
  if (planned === null && change.kind === 'instant')
    throw invalid('kind', 'A room cannot become an instant meeting. Use Meet now instead.')
}
