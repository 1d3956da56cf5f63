import '#lib/node-version.ts'

import { followClock, stopFollowing } from '#lib/clock.ts'
import { awaitDatabase } from '#lib/db/await-database.ts'
import { checkDatabase } from '#lib/db/check-database.ts'
import { closeDb, pool } from '#lib/db/client.ts'
import { env } from '#lib/env.ts'
import { log } from '#lib/log.ts'
import { runUntilSignal } from '#lib/process.ts'
import { compareZones } from '#lib/upkeep/compare-zones.ts'
import { jobs } from './jobs/all.ts'
import { openQueue } from './queue.ts'
import { startTicking } from './tick.ts'

await runUntilSignal('worker', async () => {
  const { clockUrl } = env()
  if (clockUrl) await followClock(clockUrl)
  const queue = await awaitDatabase(
    async () => {
      await checkDatabase({ isBeingMigrated: process.argv.includes('--being-migrated') })
      return openQueue((text, values) => pool().query(text, values), jobs)
    },
    (sentence) => log.error(`${sentence} The worker waits for it.`),
  )
  const stopTicking = startTicking(queue, jobs)
  log.info('worker is ready')
  // Once per start: Node or the database may be new. Nothing waits for it or depends on it.
  compareZones({ kind: 'system', job: 'start' }).catch((err: unknown) => log.warn({ err }, 'zones not compared'))
  return async () => {
    await stopTicking()
    await queue.stop()
    stopFollowing()
    await closeDb()
  }
})
