import { resumeCancellations } from '#lib/meetings/cancel/resume-cancellations.ts'
import { onEvent } from '../job.ts'

export const resumeCancellationsJob = onEvent({
  name: 'resume-cancellations',
  on: 'grant.kept',
  run: (actor, { personId }) => resumeCancellations(actor, personId),
})
