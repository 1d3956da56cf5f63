import { z } from 'zod'
import type { Actor } from '#lib/auth/actor.ts'
import { authorize } from '#lib/auth/policy.ts'
import { companyReading } from '#lib/connections/company-reading.ts'
import { db } from '#lib/db/client.ts'
import { env } from '#lib/env.ts'
import type { SyncStatus } from './schema.ts'

const shownRuns = 20
const Counts = z.record(z.string(), z.number()).catch({})

/** How reading GoTo goes: the last rounds, and the last good reading of each organizer, the oldest first. */
export async function getSyncStatus(actor: Actor): Promise<SyncStatus> {
  authorize(actor, 'sync.read')
  const [{ source }, runs, organizers] = await Promise.all([
    companyReading(),
    db().readRun.findMany({ orderBy: [{ startedAt: 'desc' }, { id: 'desc' }], take: shownRuns }),
    db().organizer.findMany({
      where: { goneAt: null },
      orderBy: [{ readAt: { sort: 'asc', nulls: 'first' } }, { name: 'asc' }],
    }),
  ])
  return {
    source,
    runs: runs.map(({ startedAt, finishedAt, counts, ...run }) => ({
      ...run,
      startedAt: startedAt.toISOString(),
      finishedAt: finishedAt?.toISOString() ?? null,
      counts: Counts.parse(counts),
    })),
    organizers: organizers.map(({ id, name, status, readAt, triedAt, readFailure }) => ({
      id,
      name,
      status,
      readAt: readAt?.toISOString() ?? null,
      triedAt: triedAt?.toISOString() ?? null,
      failure: readFailure,
    })),
    budget: { requestsPerSecond: env().gotoRequestsPerSecond },
  }
}
