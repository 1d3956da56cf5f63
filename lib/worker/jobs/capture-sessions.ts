import { captureSessions } from '#lib/history/reading/capture-sessions.ts'
import type { ClockJob } from '../job.ts'

export const captureSessionsJob: ClockJob = {
  name: 'capture-sessions',
  everySeconds: 60,
  run: (actor) => captureSessions(actor),
}
