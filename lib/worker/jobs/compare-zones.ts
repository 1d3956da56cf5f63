import { compareZones } from '#lib/upkeep/compare-zones.ts'
import type { ClockJob } from '../job.ts'

export const compareZonesJob: ClockJob = {
  name: 'compare-zones',
  everySeconds: 86_400,
  run: (actor) => compareZones(actor),
}
