import '#lib/node-version.ts'

import { followClock } from '#lib/clock.ts'
import { awaitDatabase } from '#lib/db/await-database.ts'
import { checkDatabase } from '#lib/db/check-database.ts'
import { closeDb } from '#lib/db/client.ts'
import { env } from '#lib/env.ts'
import { log } from '#lib/log.ts'
import { runUntilSignal } from '#lib/process.ts'
import { startServer } from './server.ts'

await runUntilSignal('web', async () => {
  const { clockUrl, appUrl } = env()
  if (clockUrl) await followClock(clockUrl)
  const isBeingMigrated = process.argv.includes('--being-migrated')
  const usable = awaitDatabase(
    () => checkDatabase({ isBeingMigrated }),
    (sentence) => log.error(`${sentence} Until it answers, so does Foyer: with 503.`),
  )
  let isUsable = false
  // A database that will not do rejects, and so ends the process with its sentence.
  void usable.then(() => {
    isUsable = true
    log.info('the database is usable')
  })
  const server = await startServer({ isDev: process.argv.includes('--dev'), isDatabaseUsable: () => isUsable })
  log.info({ appUrl, port: server.port }, 'web is ready')
  return async () => {
    await server.drain(10_000)
    await closeDb()
  }
})
