import '#lib/node-version.ts'

import { followClock } from '#lib/clock.ts'
import { checkDatabase } from '#lib/db/check-database.ts'
import { closeDb } from '#lib/db/client.ts'
import { env } from '#lib/env.ts'
import { log } from '#lib/log.ts'
import { runUntilSignal } from '#lib/process.ts'
import { startServer } from './server.ts'

await runUntilSignal('web', async () => {
  const { clockUrl, appUrl } = env()
  if (clockUrl) await followClock(clockUrl)
  await checkDatabase()
  const server = await startServer({ isDev: process.argv.includes('--dev') })
  log.info({ appUrl, port: server.port }, 'web is ready')
  return async () => {
    await server.drain(10_000)
    await closeDb()
  }
})
