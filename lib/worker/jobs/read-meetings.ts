import { readMeetings } from '#lib/meetings/read-meetings.ts'
import type { ClockJob } from '../job.ts'

export const readMeetingsJob: ClockJob = {
  name: 'read-meetings',
  everySeconds: 120,
  run: (actor) => readMeetings(actor),
}
