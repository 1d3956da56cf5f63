import { expect, onTestFinished, test } from 'vitest'
import { setEnv } from '#lib/env.ts'
import { emptyDatabase, freshDatabase } from '#lib/testing/database.ts'
import { checkDatabase } from './check-database.ts'
import { closeDb, pool } from './client.ts'

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

  setEnv({ databaseUrl: 'postgresql://foyer@127.0.0.1:1/foyer' })
  await expect(checkDatabase()).rejects.toThrow('Foyer cannot reach the database: ')
  await closeDb()
})
