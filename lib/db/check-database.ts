import { databaseUrl } from './address.ts'
import { pool } from './client.ts'
import { listApplied } from './list-applied.ts'
import { listMigrations } from './migrations.ts'
import { type AppliedMigration, planMigration } from './plan-migration.ts'

/** For the start of a process of its own. @throws Error with a sentence unless the database answers with the schema of this Foyer. */
export async function checkDatabase(): Promise<void> {
  databaseUrl()
  const missing = planMigration(listMigrations(), await readApplied())
  if (missing.length === 0) return
  const names = missing.map(({ name }) => name).join(', ')
  throw new Error(`The database does not have the schema of this Foyer yet (${names}): run npm run db:migrate first.`)
}

async function readApplied(): Promise<AppliedMigration[]> {
  try {
    return await listApplied(pool())
  } catch (error) {
    const { code, message } = error as Error & { code?: string }
    const undefinedTable = '42P01'
    if (code === undefinedTable) return []
    throw new Error(`The database cannot be reached: ${message || code}.`, { cause: error })
  }
}
