import { setTimeout as delay } from 'node:timers/promises'
import { openEmbedded } from '#lib/db/embedded.ts'
import { migrate } from '#lib/db/migrate.ts'
import { countRevivals } from './revivals.ts'
import type { House } from './run-house.ts'

export type DatabasePlan = { owner: 'demo' | 'dev' | 'start'; dataDir: string; databaseUrl: string | null }

/**
 * Opens the embedded PostgreSQL as its owner, or uses the given one, and migrates it. The embedded server is
 * restarted when it dies: the portal answers 503 for that second or two.
 * @returns its address.
 */
export async function openDatabase(house: House, { owner, dataDir, databaseUrl }: DatabasePlan): Promise<string> {
  const url = databaseUrl ?? (await openOwn(house, owner, dataDir))
  const applied = await migrate({ url })
  if (applied.length > 0) house.say(`The database was migrated (${applied.join(', ')}).`)
  return url
}

async function openOwn(house: House, owner: DatabasePlan['owner'], dataDir: string): Promise<string> {
  house.say(`Opening the database in ${dataDir} …`)
  const watch = new AbortController()
  const opening = openEmbedded({ dataDir, owner, say: house.say })
  house.onStop({
    async stop() {
      watch.abort()
      // A failure to open has been reported already.
      await opening.then(
        (database) => database.stop(),
        () => undefined,
      )
    },
    force: () => undefined,
  })
  const database = await opening
  house.watch(keepAlive(database, house, watch.signal))
  return database.url
}

async function keepAlive(
  database: Awaited<ReturnType<typeof openEmbedded>>,
  house: House,
  stopped: AbortSignal,
): Promise<never> {
  const revivals = countRevivals({ most: 5, withinMs: 10 * 60_000 })
  while (!stopped.aborted) {
    if (await database.revive()) {
      house.say('PostgreSQL died and was restarted.')
      if (revivals.noteAndJudge(performance.now()) === 'give up')
        throw new Error('PostgreSQL keeps dying: see logs/postgres.log in DATA_DIR.')
    }
    await delay(200)
  }
  return new Promise(() => undefined)
}
