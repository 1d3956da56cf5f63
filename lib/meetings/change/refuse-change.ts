import { invalid } from '#lib/db/list-filter.ts'
import type { MeetingChange } from '#lib/meetings/schema.ts'
import type { ListedRow } from '#lib/record/meetings/listed-rows.ts'

/** What a meeting cannot become. Another kind or another place would be another meeting. @throws AppError `invalid` */
export function refuseChange({ meeting, planned }: ListedRow, change: MeetingChange): void {
  const isInRoom = meeting.gotoMeetingId === null
  if (isInRoom && change.kind !== 'scheduled')
    throw invalid('kind', 'A meeting in a room stays a scheduled one. Duplicate it to make another kind of it.')
  if (isInRoom && change.roomId === null)
    throw invalid('roomId', 'This meeting takes place in a room. Duplicate it to give it a meeting ID of its own.')
  if (!isInRoom && change.roomId !== null)
    throw invalid('roomId', 'This meeting has a meeting ID of its own. Duplicate it to plan it in a room.')
  if (change.kind === 'instant' && meeting.kind !== 'instant')
    throw invalid('kind', 'What is planned cannot become a meeting of right now. Use Meet now instead.')
  if (change.kind === 'room' && meeting.kind === 'instant')
    throw invalid('kind', 'A meeting of right now cannot become a room. Make a new room instead.')
  if (planned === null && change.kind === 'instant')
    throw invalid('kind', 'A room cannot become a meeting of right now. Use Meet now instead.')
}
