import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { databaseUrl } from './address.ts'
import { listApplied } from './list-applied.ts'
import { listMigrations, type Migration } from './migrations.ts'
import { type AppliedMigration, planMigration } from './plan-migration.ts'
import { unreachable } from './unreachable.ts'

export type MigrateOptions = {
  url?: string
  migrations?: Migration[]
}

/**
 * Applies missing migrations, each in its own transaction, and returns their names. Several processes may
 * call it at once: they take turns. The bookkeeping is what Prisma's own command would write.
 * @throws AppError `upstream_unavailable` when it cannot be reached; Error with a sentence when the database is too old, not in UTF-8, from a newer Foyer, or an applied migration was
 * edited.
 */
export async function migrate({
  url = databaseUrl(),
  migrations = listMigrations(),
}: MigrateOptions = {}): Promise<string[]> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'foyer-migrate',
    connectionTimeoutMillis: 10_000,
  })
  client.on('error', () => undefined)
  await client.connect().catch((error: unknown) => {
    throw unreachable(url, error)
  })
  try {
    await refuseOldServer(client)
    await refuseOtherEncoding(client)
    await client.query(`SET lock_timeout = '120s'`)
    await client.query(`SELECT pg_advisory_lock(${prismaLock})`)
    await client.query(`SET lock_timeout = 0`)
    const missing = planMigration(migrations, await readApplied(client))
    for (const migration of missing) await applyPatiently(client, migration)
    return missing.map(({ name }) => name)
  } finally {
    await client.end()
  }
}

/** The lock of Prisma's own migrate command, so that the two exclude each other. */
const prismaLock = 72_707_369

async function refuseOldServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ server_version_num: string }>('SHOW server_version_num')
  const version = Number(rows[0]?.server_version_num)
  if (version < 150_000) {
    throw new Error(`Foyer needs PostgreSQL 15 or newer; this server is version ${Math.floor(version / 10_000)}.`)
  }
}

/** Names of all the world are kept and folded: only UTF-8 has them all. */
async function refuseOtherEncoding(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ server_encoding: string }>('SHOW server_encoding')
  const encoding = rows[0]?.server_encoding
  if (encoding === 'UTF8') return
  throw new Error(`Foyer needs a database in UTF8; this one is in ${encoding}. Create another with ENCODING 'UTF8'.`)
}

async function readApplied(client: pg.Client): Promise<AppliedMigration[]> {
  await client.query(`
    CREATE TABLE IF NOT EXISTS _prisma_migrations (
      id                  VARCHAR(36) PRIMARY KEY NOT NULL,
      checksum            VARCHAR(64) NOT NULL,
      finished_at         TIMESTAMPTZ,
      migration_name      VARCHAR(255) NOT NULL,
      logs                TEXT,
      rolled_back_at      TIMESTAMPTZ,
      started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
      applied_steps_count INTEGER NOT NULL DEFAULT 0
    )`)
  return listApplied(client)
}

/** An older process that still works locks tables in an order of its own: PostgreSQL then ends either's transaction. */
const deadlockDetected = '40P01'
const mostTries = 5
const pauseMs = 200

/** A migration is one transaction, so a deadlocked one has left nothing behind and is tried again. */
async function applyPatiently(client: pg.Client, migration: Migration): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await apply(client, migration)
    } catch (error) {
      const { cause } = error as Error
      if (tries === mostTries || !(cause instanceof pg.DatabaseError && cause.code === deadlockDetected)) throw error
      await delay(tries * pauseMs)
    }
  }
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  const startedAt = new Date()
  await client.query('BEGIN')
  try {
    // Without parameters the whole file is sent as one script: functions and DO blocks stay whole.
    await client.query(sql)
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, $4, $5, 1)`,
      [randomUUID(), checksum, name, startedAt, new Date()],
    )
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw new Error(`The migration "${name}" failed and was rolled back: ${(error as Error).message}`, { cause: error })
  }
}
