import { deleteCancelled } from '#lib/meetings/cancel/delete-cancelled.ts'
import { undoSeconds } from '#lib/meetings/rules.ts'
import { onEvent } from '../job.ts'

export const onMeetingCancelAsked = onEvent({
  name: 'on-meeting-cancel-asked',
  on: 'meeting.cancel-asked',
  // A second longer than Undo lasts, so that it is certainly over; the sweep catches anything that was early.
  delaySeconds: undoSeconds + 1,
  run: (actor, { meetingId }) => deleteCancelled(actor, meetingId),
})
