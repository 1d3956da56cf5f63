import { readActive } from '#lib/meetings/reading/read-active.ts'
import type { ClockJob } from '../job.ts'

export const readActiveJob: ClockJob = { name: 'read-active', everySeconds: 12, run: (actor) => readActive(actor) }
