import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { closeDb } from '#lib/db/client.ts'
import { env, setEnv } from '#lib/env.ts'

export type TestDatabase = { url: string; close(): Promise<void> }

/**
 * A database for just this test file or test, cloned from a template: by default the run's migrated, empty one. From
 * here on, until it is closed, this worker's `db()` and `pool()` use it.
 */
export async function freshDatabase(from?: string): Promise<TestDatabase> {
  const { adminUrl, template } = inject('database')
  const name = `test_${randomBytes(6).toString('hex')}`
  await administer(adminUrl, (client) => clone(client, name, from ?? template))
  const url = withDatabase(adminUrl, name)
  await switchTo(url)
  return {
    url,
    async close() {
      await closeDb()
      await administer(adminUrl, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`))
    },
  }
}

/**
 * A template filled once per test run by the first test that needs it; others wait for it. `fill` writes to `db()`. One
 * that could not be filled does not exist, and the next test that needs it tries again.
 */
export async function ensureTemplate(name: string, fill: () => Promise<void>): Promise<void> {
  const { adminUrl, template } = inject('database')
  await administer(adminUrl, async (client) => {
    // A session lock: it ends with the connection, however this test ends.
    await client.query('SELECT pg_advisory_lock(hashtext($1))', [name])
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name])
    if (rowCount === 1) return
    const draft = `${name}_draft`
    await client.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`)
    await clone(client, draft, template)
    await switchTo(withDatabase(adminUrl, draft))
    await fill().finally(closeDb)
    await client.query(`ALTER DATABASE ${draft} RENAME TO ${name}`)
  })
}

/** From here on this worker's `db()` and `pool()` use the database at `url`. */
export async function switchTo(url: string): Promise<void> {
  if (env().databaseUrl === url) return
  await closeDb()
  setEnv({ databaseUrl: url })
}

/** A database on the test server without tables, for tests of migration and restore. */
export async function emptyDatabase(): Promise<TestDatabase> {
  const { adminUrl } = inject('database')
  const name = `empty_${randomBytes(6).toString('hex')}`
  await administer(adminUrl, (client) => clone(client, name, 'template0'))
  return {
    url: withDatabase(adminUrl, name),
    async close() {
      await administer(adminUrl, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`))
    },
  }
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}

/** Copying files takes a seventh of the time of going through the log, and nothing here needs to survive a crash. */
function clone(client: pg.Client, name: string, template: string): Promise<unknown> {
  return client.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY`)
}

async function administer(url: string, act: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await act(client)
  } finally {
    await client.end()
  }
}
