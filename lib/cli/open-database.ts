import { setTimeout as delay } from 'node:timers/promises'
import { awaitDatabase } from '#lib/db/await-database.ts'
import { type Embedded, openEmbedded } from '#lib/db/embedded.ts'
import { migrate } from '#lib/db/migrate.ts'
import { countRevivals } from './revivals.ts'
import type { House } from './run-house.ts'

export type DatabasePlan = { owner: 'demo' | 'dev' | 'start'; dataDir: string; databaseUrl: string | null }
export type OpenedDatabase = {
  url: string
  /** Resolves once it has this Foyer's schema: at once, or as soon as it can be reached. */
  migrated: Promise<void>
}

/**
 * Opens the embedded PostgreSQL as its owner, or uses the given one, and migrates it. Returns before that is done if the
 * database is away: then the portal can say so. The embedded server is restarted when it dies.
 */
export async function openDatabase(
  house: House,
  { owner, dataDir, databaseUrl }: DatabasePlan,
): Promise<OpenedDatabase> {
  const url = databaseUrl ?? (await openOwn(house, owner, dataDir))
  const away = Promise.withResolvers<void>()
  const migrated = awaitDatabase(
    () => migrate({ url }),
    (sentence) => {
      house.say(`${sentence} Trying again until it answers; meanwhile the portal answers 503.`)
      away.resolve()
    },
  ).then((applied) => {
    if (applied.length > 0) house.say(`The database was migrated (${applied.join(', ')}).`)
  })
  house.watch(migrated.then(() => new Promise<never>(() => undefined)))
  await Promise.race([migrated, away.promise])
  return { url, migrated }
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
  void keepAlive(database, house, watch.signal)
  return database.url
}

/**
 * Restarts the server whenever it has died, after growing pauses and without end: a full disk may be emptied, and until
 * then the portal says what it lacks.
 */
async function keepAlive(database: Embedded, house: House, stopped: AbortSignal): Promise<void> {
  const revivals = countRevivals({ most: 5, withinMs: 10 * 60_000 })
  let said = ''
  const sayOnce = (sentence: string) => {
    if (sentence !== said) house.say(sentence)
    said = sentence
  }
  while (!stopped.aborted) {
    try {
      if (await database.revive()) {
        const isUsual = revivals.noteAndJudge(performance.now()) === 'go on'
        if (isUsual) house.say('PostgreSQL died and was restarted.')
        else sayOnce('PostgreSQL keeps dying: see logs/postgres.log in DATA_DIR.')
        await delay(revivals.pauseMs())
      }
    } catch (error) {
      revivals.noteAndJudge(performance.now())
      sayOnce(`PostgreSQL died and cannot be restarted yet: ${(error as Error).message}`)
      await delay(revivals.pauseMs())
    }
    await delay(200)
  }
}
