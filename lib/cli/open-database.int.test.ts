import { setTimeout as delay } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { closeDb, db } from '#lib/db/client.ts'
import { proxiedDatabase } from '#lib/testing/proxied-database.ts'
import { openDatabase } from './open-database.ts'

test('a database that is away is waited for, what to check is said once, and it is migrated when it arrives', async () => {
  const { proxy, url } = await proxiedDatabase()
  proxy.treat('refuse')
  const said: string[] = []
  const troubles: unknown[] = []
  const house = {
    say: (line: string) => void said.push(line),
    onStop: () => undefined,
    watch: (trouble: Promise<never>) => void trouble.catch((error) => troubles.push(error)),
  }
  const database = await openDatabase(house, { owner: 'start', dataDir: '', databaseUrl: url })
  // The portal can start now. A second try has failed by then.
  await delay(500)
  expect(said).toEqual([expect.stringContaining('Foyer cannot reach the database')])
  expect(said[0]).toContain('DATABASE_URL')
  proxy.treat('let through')
  await database.migrated
  expect(said.at(-1)).toContain('The database was migrated')
  expect(await db().setting.count()).toBe(0)
  expect(troubles).toEqual([])
  await closeDb()
})
