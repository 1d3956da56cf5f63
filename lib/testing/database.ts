import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { closeDb } from '#lib/db/client.ts'
import { setEnv } from '#lib/env.ts'

export type TestDatabase = { url: string; close(): Promise<void> }

/**
 * An empty, migrated database for this test file, cloned from the template of the test run. From here on `db()` and
 * `pool()` of this worker mean it. Call it in `beforeAll`, and `close()` in `afterAll`.
 */
export async function freshDatabase(): Promise<TestDatabase> {
  const { adminUrl, template } = inject('database')
  const name = `test_${randomBytes(6).toString('hex')}`
  await administer(adminUrl, `CREATE DATABASE ${name} TEMPLATE ${template}`)
  await closeDb()
  const url = withDatabase(adminUrl, name)
  setEnv({ databaseUrl: url })
  return {
    url,
    async close() {
      await closeDb()
      await administer(adminUrl, `DROP DATABASE ${name} WITH (FORCE)`)
    },
  }
}

/** A database of the test server without any table, for tests of migration and restore. */
export async function emptyDatabase(): Promise<TestDatabase> {
  const { adminUrl } = inject('database')
  const name = `empty_${randomBytes(6).toString('hex')}`
  await administer(adminUrl, `CREATE DATABASE ${name} TEMPLATE template0`)
  return {
    url: withDatabase(adminUrl, name),
    close: () => administer(adminUrl, `DROP DATABASE ${name} WITH (FORCE)`),
  }
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}

async function administer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
