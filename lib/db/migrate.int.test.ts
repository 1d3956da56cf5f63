import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { emptyDatabase, freshDatabase, type TestDatabase } from '#lib/testing/database.ts'
import { pool } from './client.ts'
import { migrate } from './migrate.ts'
import { listMigrations } from './migrations.ts'

describe('applying migrations', () => {
  let empty: TestDatabase
  beforeEach(async () => {
    empty = await emptyDatabase()
    return () => empty.close()
  })

  test('five processes migrating at once apply each migration once', async () => {
    const applied = await Promise.all(Array.from({ length: 5 }, () => migrate({ url: empty.url })))
    expect(applied.flat()).toEqual(listMigrations().map(({ name }) => name))
    expect(await rows(empty.url, 'SELECT migration_name, applied_steps_count FROM _prisma_migrations')).toEqual(
      listMigrations().map(({ name }) => ({ migration_name: name, applied_steps_count: 1 })),
    )
  })

  test('a failed migration leaves nothing behind and is named', async () => {
    const broken = [{ name: '0001_broken', sql: 'CREATE TABLE half (); SELECT nonsense;', checksum: 'c' }]
    await expect(migrate({ url: empty.url, migrations: broken })).rejects.toThrow(
      '"0001_broken" failed and was rolled back',
    )
    expect(await rows(empty.url, `SELECT to_regclass('half') AS found`)).toEqual([{ found: null }])
    expect(await rows(empty.url, 'SELECT 1 FROM _prisma_migrations')).toEqual([])
  })

  test('a migration that deadlocks with a running Foyer is tried again, and one that keeps doing so fails', async () => {
    await rows(empty.url, 'CREATE SEQUENCE tries')
    const deadlocked = (times: number) => `DO $$ BEGIN
      IF nextval('tries') <= ${times} THEN RAISE EXCEPTION 'deadlock detected' USING ERRCODE = 'deadlock_detected'; END IF;
    END $$;`
    const twice = { name: '0001_twice', sql: `CREATE TABLE a (); ${deadlocked(2)}`, checksum: 'a' }
    expect(await migrate({ url: empty.url, migrations: [twice] })).toEqual(['0001_twice'])
    const always = { name: '0002_always', sql: deadlocked(1_000), checksum: 'b' }
    await expect(migrate({ url: empty.url, migrations: [twice, always] })).rejects.toThrow('deadlock detected')
    expect(await rows(empty.url, 'SELECT migration_name FROM _prisma_migrations')).toEqual([
      { migration_name: '0001_twice' },
    ])
  })

  test('a database from the future and an edited migration are refused, and nothing is changed', async () => {
    const first = { name: '0001_first', sql: 'CREATE TABLE a ()', checksum: 'a' }
    const second = { name: '0002_second', sql: 'CREATE TABLE b ()', checksum: 'b' }
    await migrate({ url: empty.url, migrations: [first, second] })
    await expect(migrate({ url: empty.url, migrations: [first] })).rejects.toThrow('comes from a newer Foyer')
    const edited = [{ ...first, checksum: 'other' }, second]
    await expect(migrate({ url: empty.url, migrations: edited })).rejects.toThrow('"0001_first" was changed after')
  })
})

describe('what only SQL can express', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await freshDatabase()
  })
  afterAll(() => database.close())

  test('the audit log can be added to, never changed, deleted or emptied', async () => {
    await pool().query(
      `INSERT INTO audit_entry (id, at, actor_kind, action) VALUES (gen_random_uuid(), $1, 'system', 'test.ran')`,
      [new Date()],
    )
    for (const sql of [`UPDATE audit_entry SET action = 'x'`, 'DELETE FROM audit_entry', 'TRUNCATE audit_entry']) {
      await expect(pool().query(sql)).rejects.toThrow('The audit is append-only')
    }
  })

  test('two people may have the same address, only one of them verified', async () => {
    const ids = ['00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002']
    for (const id of ids) {
      await pool().query(`INSERT INTO person (id, name, created_at) VALUES ($1, 'Somebody', $2)`, [id, new Date()])
      await pool().query(
        `INSERT INTO address (id, person_id, email, created_at) VALUES (gen_random_uuid(), $1, 'same@example.com', $2)`,
        [id, new Date()],
      )
    }
    const verify = `UPDATE address SET verified_by = 'oidc' WHERE person_id = $1`
    await pool().query(verify, [ids[0]])
    await expect(pool().query(verify, [ids[1]])).rejects.toThrow('address_verified_email_key')
  })

  test('the meeting list has a version from the start', async () => {
    expect((await pool().query('SELECT name, version FROM list_version')).rows).toContainEqual({
      name: 'meetings',
      version: '1',
    })
  })

  test('a database that cannot hold every name is refused with a sentence', async () => {
    const name = `latin_${randomBytes(6).toString('hex')}`
    const other = new URL(database.url)
    other.pathname = `/${name}`
    await pool().query(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'LATIN1' LOCALE_PROVIDER libc LOCALE 'C'`)
    try {
      await expect(migrate({ url: other.href })).rejects.toThrow('this one is in LATIN1')
    } finally {
      await pool().query(`DROP DATABASE ${name}`)
    }
  })

  test('text is UTF-8 and sorted alike on every machine', async () => {
    const [server] = (
      await pool().query(`
        SELECT pg_encoding_to_char(encoding) AS encoding, datlocprovider AS provider, datlocale AS locale
        FROM pg_database WHERE datname = current_database()`)
    ).rows
    expect(server).toEqual({ encoding: 'UTF8', provider: 'b', locale: 'C.UTF-8' })
    expect((await pool().query(`SELECT lower('ÄÖÅ') AS small`)).rows).toEqual([{ small: 'äöå' }])
  })
})

async function rows(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}
