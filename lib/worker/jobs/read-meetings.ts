import { readMeetings } from '#lib/meetings/reading/read-meetings.ts'
import type { ClockJob } from '../job.ts'

export const readMeetingsJob: ClockJob = {
  name: 'read-meetings',
  everySeconds: 120,
  run: (actor) => readMeetings(actor),
}
