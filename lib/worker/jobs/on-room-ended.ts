import { captureEndedRoom } from '#lib/history/reading/capture-ended-room.ts'
import { onEvent } from '../job.ts'

export const onRoomEnded = onEvent({
  name: 'on-room-ended',
  on: 'room.ended',
  run: (actor, payload) => captureEndedRoom(actor, payload),
})
