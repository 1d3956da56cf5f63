import { deleteCancelled } from '#lib/meetings/cancel/delete-cancelled.ts'
import { undoSeconds } from '#lib/meetings/schema.ts'
import { onEvent } from '../job.ts'

export const onMeetingCancelAsked = onEvent({
  name: 'on-meeting-cancel-asked',
  on: 'meeting.cancel-asked',
  // A second more than the Undo lasts, so that it is surely over; the sweep finds what was early all the same.
  delaySeconds: undoSeconds + 1,
  run: (actor, { meetingId }) => deleteCancelled(actor, meetingId),
})
