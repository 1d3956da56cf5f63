import type { Actor } from '#lib/auth/actor.ts'
import { authorize } from '#lib/auth/policy.ts'
import { now } from '#lib/clock.ts'
import { inTransaction, pool } from '#lib/db/client.ts'
import { log } from '#lib/log.ts'
import { readSetting } from '#lib/settings/read-setting.ts'
import { writeSetting } from '#lib/settings/write-setting.ts'
import { dayMs } from '#lib/time/day.ts'
import { isZone, offsetMs } from '#lib/time/zone.ts'

/** A year back and a year ahead, a week apart: no zone rule of the last decades was shorter-lived. */
const weeks = 104
const weekMs = 7 * dayMs

/**
 * Compares the database's time zones with the ones Foyer uses, once per pair of versions. Foyer works out every local
 * time itself (lib/time), so a difference does no harm here; other tools that read the same database may be an hour
 * off. Returns the zones that differ.
 */
export async function compareZones(actor: Actor): Promise<{ differing: string[] }> {
  authorize(actor, 'sync.run')
  const of = await versions()
  const before = await readSetting('zones.compared')
  if (before.of === of) return { differing: before.differing }
  const differing = differingZones(await databaseOffsets())
  await inTransaction((tx) => writeSetting(tx, 'zones.compared', { of, differing }, null))
  if (differing.length > 0)
    log.warn({ of, zones: differing.length, differing: differing.slice(0, 10) }, 'time zones differ in the database')
  return { differing }
}

export type ZoneOffset = { zone: string; at: Date; offsetSeconds: number }

/** Zones whose clocks differ between the database and this Node at one of these instants or more. */
export function differingZones(offsets: readonly ZoneOffset[]): string[] {
  const differing = offsets.filter(({ zone, at, offsetSeconds }) => offsetMs(at, zone) !== offsetSeconds * 1000)
  return [...new Set(differing.map(({ zone }) => zone))].sort()
}

async function databaseOffsets(): Promise<ZoneOffset[]> {
  const middle = now().getTime()
  const instants = Array.from({ length: weeks + 1 }, (_, week) => new Date(middle + (week - weeks / 2) * weekMs))
  const { rows } = await pool().query<ZoneOffset>(
    // The one place that asks the database for a local time.
    `SELECT z.name AS zone, i.at,
       extract(epoch FROM (i.at AT TIME ZONE z.name) - (i.at AT TIME ZONE 'UTC'))::int AS "offsetSeconds"
     FROM pg_timezone_names z CROSS JOIN unnest($1::timestamptz[]) AS i (at)
     WHERE z.name = ANY($2) ORDER BY z.name, i.at`,
    [instants, Intl.supportedValuesOf('timeZone').filter(isZone)],
  )
  return rows
}

async function versions(): Promise<string> {
  const { rows } = await pool().query<{ server_version: string }>('SHOW server_version')
  return `Node ${process.versions.tz}, PostgreSQL ${rows[0]?.server_version}`
}
