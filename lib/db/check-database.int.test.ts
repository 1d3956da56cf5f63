import { expect, onTestFinished, test } from 'vitest'
import { setEnv } from '#lib/env.ts'
import { toAppError } from '#lib/errors.ts'
import { emptyDatabase, freshDatabase, switchTo } from '#lib/testing/database.ts'
import { checkDatabase } from './check-database.ts'
import { closeDb, db, pool } from './client.ts'
import { migrate } from './migrate.ts'

test('a separate process starts only on a migrated database, and says what is wrong with any other', async () => {
  const migrated = await freshDatabase()
  await checkDatabase()
  await pool().query(`UPDATE _prisma_migrations SET migration_name = '9999_later'`)
  await expect(checkDatabase()).rejects.toThrow('comes from a newer Foyer')
  await migrated.close()

  const empty = await emptyDatabase()
  onTestFinished(() => empty.close())
  setEnv({ databaseUrl: empty.url })
  await expect(checkDatabase()).rejects.toThrow('run npm run db:migrate first')
  await closeDb()

  await expect(checkDatabase({ isBeingMigrated: true })).rejects.toMatchObject({ code: 'upstream_unavailable' })
  await closeDb()
})

test('a database that cannot be reached may be reached later, and what to check is said', async () => {
  const { url, close } = await freshDatabase()
  onTestFinished(close)
  const elsewhere = new URL(url)
  elsewhere.pathname = '/elsewhere'
  const stranger = new URL(url)
  stranger.username = 'stranger'
  for (const [address, sentence] of [
    ['postgresql://foyer@127.0.0.1:1/foyer', 'Check host and port in DATABASE_URL (127.0.0.1:1)'],
    [elsewhere.href, 'Create the database, or correct its name ("elsewhere")'],
    [stranger.href, 'Check the user ("stranger") and the password in DATABASE_URL'],
  ] as const) {
    await switchTo(address)
    await expect(checkDatabase()).rejects.toMatchObject({
      code: 'upstream_unavailable',
      message: expect.stringContaining(sentence),
    })
    await expect(migrate()).rejects.toMatchObject({ message: expect.stringContaining(sentence) })
    // Also for whoever asks for something else meanwhile.
    for (const ask of [() => db().setting.count(), () => db().$queryRaw`SELECT 1`, () => pool().query('SELECT 1')])
      expect(await ask().catch(toAppError)).toMatchObject({ code: 'upstream_unavailable', retryAfterSeconds: 5 })
  }
})
