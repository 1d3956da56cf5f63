import { checkRoles } from '#lib/connections/check-roles.ts'
import type { ClockJob } from '../job.ts'

export const checkRolesJob: ClockJob = { name: 'check-roles', everySeconds: 900, run: (actor) => checkRoles(actor) }
