import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { emptyDatabase, freshDatabase, type TestDatabase } from '#lib/testing/database.ts'
import { temporaryFolder } from '#lib/testing/temporary-folder.ts'
import { backUp } from './back-up.ts'
import { quoted, tableFile } from './backup-manifest.ts'
import { pool } from './client.ts'
import { migrate } from './migrate.ts'
import { listMigrations } from './migrations.ts'
import { restore } from './restore.ts'

let source: TestDatabase
beforeAll(async () => {
  source = await freshDatabase()
  const at = new Date('2026-03-29T01:30:00.123Z')
  for (const name of ['Zoë \\ "O\'Hara"', 'tab\there', 'line\nbreak', '', '北京']) {
    const { rows } = await pool().query(
      'INSERT INTO person (id, name, zone, created_at) VALUES (gen_random_uuid(), $1, NULL, $2) RETURNING id',
      [name, at],
    )
    await pool().query(
      'INSERT INTO address (id, person_id, email, created_at) VALUES (gen_random_uuid(), $1, $2, $3)',
      [rows[0].id, `${rows[0].id}@example.com`, at],
    )
  }
  await pool().query(
    `INSERT INTO audit_entry (id, at, actor_kind, action, details) VALUES (gen_random_uuid(), $1, 'system', 'x', $2)`,
    [at, { nested: ['\\N', null, 1.5] }],
  )
  await pool().query(`UPDATE list_version SET version = 9007199254740993 WHERE name = 'meetings'`)
})
afterAll(() => source.close())

test('a backup restored elsewhere is the same, table by table', async () => {
  const folder = join(temporaryFolder(), 'backup')
  const manifest = await backUp(folder, source.url)
  const target = await empty()
  await restore(folder, target.url)
  const names = manifest.tables.map(({ name }) => name)
  expect(names).toEqual(expect.arrayContaining(['person', 'address', 'audit_entry', 'list_version']))
  for (const name of names) {
    const sql = `SELECT t::text AS row FROM ${quoted(name)} t ORDER BY 1`
    expect(await rows(target.url, sql)).toEqual(await rows(source.url, sql))
  }
  const applied = 'SELECT migration_name, checksum FROM _prisma_migrations ORDER BY 1'
  expect(await rows(target.url, applied)).toEqual(await rows(source.url, applied))
  await expect(rows(target.url, 'DELETE FROM audit_entry')).rejects.toThrow('append-only')
})

test('what the database makes of names is in no backup and is made anew, also of a backup from before it did', async () => {
  const [before, target] = [await empty(), await empty()]
  const former = listMigrations().filter(({ name }) => name < '0006')
  await migrate({ url: before.url, migrations: former })
  await rows(before.url, `INSERT INTO person (id, name, created_at) VALUES (gen_random_uuid(), 'Jan Wójcik', now())`)
  const [old, now] = [join(temporaryFolder(), 'old'), join(temporaryFolder(), 'now')]
  await backUp(old, before.url)
  await restore(old, target.url)
  const found = `SELECT name, name_words FROM person`
  expect(await rows(target.url, found)).toEqual([{ name: 'Jan Wójcik', name_words: ' jan wojcik' }])
  const { tables } = await backUp(now, target.url)
  expect(tables.flatMap(({ columns }) => columns).filter((column) => column.endsWith('_words'))).toEqual([])
})

test('a backup taken while others write shows one moment', async () => {
  let isWriting = true
  const writer = (async () => {
    for (let n = 0; isWriting; n += 1) {
      await pool().query(
        `WITH p AS (INSERT INTO person (id, name, created_at) VALUES (gen_random_uuid(), 'pair', $1) RETURNING id)
         INSERT INTO setting (key, value, changed_at) SELECT id::text, '{}', $1 FROM p`,
        [new Date(n)],
      )
    }
  })()
  const folder = join(temporaryFolder(), 'backup')
  await backUp(folder, source.url)
  isWriting = false
  await writer
  const target = await empty()
  await restore(folder, target.url)
  const unmatched = `
    SELECT count(*)::int AS n FROM (SELECT id::text AS id FROM person WHERE name = 'pair') p
    FULL JOIN setting s ON s.key = p.id WHERE s.key IS NULL OR p.id IS NULL`
  expect(await rows(target.url, unmatched)).toEqual([{ n: 0 }])
})

test('damaged, unfinished and newer backups are refused before anything is written', async () => {
  const folder = join(temporaryFolder(), 'backup')
  await backUp(folder, source.url)
  const manifest = readFileSync(join(folder, 'manifest.json'), 'utf8')
  const target = await empty()

  writeFileSync(join(folder, 'manifest.json'), manifest.replace('"0001_', '"9999_'))
  await expect(restore(folder, target.url)).rejects.toThrow('comes from a newer Foyer')
  writeFileSync(join(folder, 'manifest.json'), '')
  await expect(restore(folder, target.url)).rejects.toThrow('holds no complete backup')
  writeFileSync(join(folder, 'manifest.json'), manifest)
  appendFileSync(tableFile(folder, 'person'), 'x')
  await expect(restore(folder, target.url)).rejects.toThrow('is damaged')
  expect(await rows(target.url, `SELECT 1 FROM pg_class WHERE relname = 'person'`)).toEqual([])
})

test('a database or folder that is not empty is left alone', async () => {
  const folder = join(temporaryFolder(), 'backup')
  await backUp(folder, source.url)
  await expect(restore(folder, source.url)).rejects.toThrow('restore into an empty one')
  await expect(backUp(folder, source.url)).rejects.toThrow('is not empty')
})

async function empty(): Promise<TestDatabase> {
  const database = await emptyDatabase()
  onTestFinished(() => database.close())
  return database
}

async function rows(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}
