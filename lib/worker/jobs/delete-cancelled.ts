import { deleteDueCancelled } from '#lib/meetings/cancel/delete-due-cancelled.ts'
import type { ClockJob } from '../job.ts'

export const deleteCancelledJob: ClockJob = {
  name: 'delete-cancelled',
  // What a dead worker had claimed is taken over within half a minute: its claim has to grow old first.
  everySeconds: 10,
  run: (actor) => deleteDueCancelled(actor),
}
