import { z } from 'zod'
import type { Actor } from '#lib/auth/actor.ts'
import { authorize } from '#lib/auth/policy.ts'
import { now } from '#lib/clock.ts'
import { companyReading } from '#lib/connections/company-reading.ts'
import { db, pool } from '#lib/db/client.ts'
import { env } from '#lib/env.ts'
import { readSetting } from '#lib/settings/read-setting.ts'
import type { SyncStatus } from './schema.ts'

const shownRuns = 20
const Counts = z.record(z.string(), z.number()).catch({})

/** How reading GoTo is going: the latest rounds, and each organizer's last good reading, oldest first. */
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
    differingZones: await findDifferingZones(),
  }
}

/** Only zones a person or a planned meeting uses: differences elsewhere concern nobody here. */
async function findDifferingZones(): Promise<string[]> {
  const { differing } = await readSetting('zones.compared')
  if (differing.length === 0) return []
  const { rows } = await pool().query<{ zone: string }>(
    `SELECT DISTINCT zone FROM person WHERE zone = ANY($1)
     UNION SELECT DISTINCT zone FROM occurrence WHERE zone = ANY($1) AND gone_at IS NULL AND ends_at >= $2`,
    [differing, now()],
  )
  const used = new Set([env().timeZone, ...rows.map(({ zone }) => zone)])
  return differing.filter((zone) => used.has(zone))
}
