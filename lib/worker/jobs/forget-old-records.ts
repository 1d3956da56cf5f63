import { forgetOldRecords } from '#lib/upkeep/forget-old-records.ts'
import type { ClockJob } from '../job.ts'

export const forgetOldRecordsJob: ClockJob = {
  name: 'forget-old-records',
  everySeconds: 86_400,
  run: (actor) => forgetOldRecords(actor),
}
