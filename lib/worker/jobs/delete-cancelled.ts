import { deleteDueCancelled } from '#lib/meetings/cancel/delete-due-cancelled.ts'
import type { ClockJob } from '../job.ts'

export const deleteCancelledJob: ClockJob = {
  name: 'delete-cancelled',
  everySeconds: 30,
  run: (actor) => deleteDueCancelled(actor),
}
