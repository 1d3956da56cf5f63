import type { ClientBase, Pool } from 'pg'
import type { AppliedMigration } from './plan-migration.ts'

/** The migrations applied to a database, in order. @throws pg error `42P01` when it never had any. */
export async function listApplied(connection: ClientBase | Pool): Promise<AppliedMigration[]> {
  const { rows } = await connection.query<AppliedMigration>(`
    SELECT migration_name AS name, checksum FROM _prisma_migrations
    WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name COLLATE "C"`)
  return rows
}
