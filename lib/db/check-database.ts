import { AppError } from '#lib/errors.ts'
import { databaseUrl } from './address.ts'
import { pool } from './client.ts'
import { listApplied } from './list-applied.ts'
import { listMigrations } from './migrations.ts'
import { type AppliedMigration, planMigration } from './plan-migration.ts'
import { unreachable } from './unreachable.ts'

/**
 * For the start of a separate process. @throws AppError `upstream_unavailable` while the database does not answer or,
 * where `isBeingMigrated`, has not the schema yet; else Error with a sentence unless it has this schema.
 */
export async function checkDatabase({ isBeingMigrated = false } = {}): Promise<void> {
  databaseUrl()
  const missing = planMigration(listMigrations(), await readApplied())
  if (missing.length === 0) return
  if (isBeingMigrated) throw new AppError('upstream_unavailable', 'The database is being brought up to date.')
  const names = missing.map(({ name }) => name).join(', ')
  throw new Error(`The database is not up to date (missing ${names}): run npm run db:migrate first.`)
}

async function readApplied(): Promise<AppliedMigration[]> {
  const client = await pool()
    .connect()
    .catch((error: unknown) => {
      throw unreachable(databaseUrl(), error)
    })
  // Without a listener, its being cut now would end the process.
  client.on('error', () => undefined)
  try {
    return await listApplied(client)
  } catch (error) {
    const undefinedTable = '42P01'
    if ((error as { code?: string }).code === undefinedTable) return []
    throw error
  } finally {
    client.release(true)
  }
}
