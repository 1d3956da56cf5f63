import { z } from 'zod'

/** "Sync now". `allowRemovals` lets one round remove more than the brake would. */
export const JobRequest = z.strictObject({ name: z.literal('sync'), allowRemovals: z.boolean().optional() })
export type JobRequest = z.infer<typeof JobRequest>

export const ReadRun = z.object({
  id: z.string(),
  kind: z.string(),
  startedAt: z.string(),
  finishedAt: z.string().nullable(),
  outcome: z.string().nullable(),
  source: z.string(),
  counts: z.record(z.string(), z.number()),
})
export type ReadRun = z.infer<typeof ReadRun>

/** How reading GoTo is going: for administrators. */
export const SyncStatus = z.object({
  /** Whose grants reading uses now; `none`: nothing can be read. */
  source: z.enum(['administrator', 'organizers', 'none']),
  runs: z.array(ReadRun),
  organizers: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      status: z.string(),
      /** The last good reading, the last try, and why it failed. */
      readAt: z.string().nullable(),
      triedAt: z.string().nullable(),
      failure: z.string().nullable(),
    }),
  ),
  budget: z.object({ requestsPerSecond: z.number() }),
  /** Time zones in use that differ between the database and Foyer, which uses its own. */
  differingZones: z.array(z.string()),
})
export type SyncStatus = z.infer<typeof SyncStatus>
