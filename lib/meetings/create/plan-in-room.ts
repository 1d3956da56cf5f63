import { AppError } from '#lib/errors.ts'
import type { MeetingDraft } from '#lib/meetings/schema.ts'
import { sentences } from '#lib/meetings/sentences.ts'
import type { Room } from '#lib/record/meetings/hold-room.ts'
import type { CreatedMeeting } from '#lib/record/meetings/remember-created.ts'
import type { InvitedRows } from '#lib/record/meetings/typed-meeting.ts'
import type { PlannedTimes } from './plan-times.ts'

/** A meeting in a room is ours alone: GoTo has the room and knows no dates for it (goto-api.md 9.3). */
export function planInRoom({
  draft,
  invited,
  times,
  room,
  coorganizerKeys,
}: {
  draft: MeetingDraft
  invited: InvitedRows
  times: PlannedTimes
  room: Room
  /** The room's. */
  coorganizerKeys: string[]
}): CreatedMeeting {
  if (times.listed === null) throw new AppError('invalid', sentences.roomInRoom)
  return {
    draft,
    invited,
    times: times.listed,
    coorganizerKeys,
    gotoMeetingId: null,
    placeId: room.gotoMeetingId,
    room,
    joinUrl: null,
    audio: '',
    isFromList: false,
  }
}
