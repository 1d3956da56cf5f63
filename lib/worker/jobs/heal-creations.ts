import { healCreations } from '#lib/meetings/create/heal-creations.ts'
import type { ClockJob } from '../job.ts'

export const healCreationsJob: ClockJob = {
  name: 'heal-creations',
  everySeconds: 30,
  run: (actor) => healCreations(actor),
}
