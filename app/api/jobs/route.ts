import { route } from '#lib/http/route.ts'
import { getSyncStatus } from '#lib/upkeep/get-sync-status.ts'
import { JobRequest } from '#lib/upkeep/schema.ts'
import { startJob } from '#lib/upkeep/start-job.ts'

export const GET = route({ run: ({ actor }) => getSyncStatus(actor) })

export const POST = route({ body: JobRequest, status: 202, run: ({ actor, body }) => startJob(actor, body) })
