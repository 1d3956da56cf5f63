import { databaseUrl } from './address.ts'
import { pool } from './client.ts'
import { listApplied } from './list-applied.ts'
import { listMigrations } from './migrations.ts'
import { type AppliedMigration, planMigration } from './plan-migration.ts'

/** For the start of a separate process. @throws Error with a sentence unless the database answers with this schema. */
export async function checkDatabase(): Promise<void> {
  databaseUrl()
  const missing = planMigration(listMigrations(), await readApplied())
  if (missing.length === 0) return
  const names = missing.map(({ name }) => name).join(', ')
  throw new Error(`The database is not up to date (missing ${names}): run npm run db:migrate first.`)
}

async function readApplied(): Promise<AppliedMigration[]> {
  try {
    return await listApplied(pool())
  } catch (error) {
    const { code, message } = error as Error & { code?: string }
    const undefinedTable = '42P01'
    if (code === undefinedTable) return []
    throw new Error(`Foyer cannot reach the database: ${message || code}.`, { cause: error })
  }
}
