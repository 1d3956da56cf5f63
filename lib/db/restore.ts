import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { type BackupManifest, quoted, readManifest, tableFile } from './backup-manifest.ts'
import { migrate } from './migrate.ts'
import { listMigrations } from './migrations.ts'

/**
 * Fills an empty database from a backup: migrates to the rows' schema, copies them in, then migrates on to this Foyer's
 * schema. Also the way to move to another server or a new major version of PostgreSQL.
 * @throws Error with a sentence when the backup is incomplete, damaged or newer than this Foyer, or the database is not
 * empty.
 */
export async function restore(folder: string, url: string): Promise<BackupManifest> {
  const manifest = readManifest(folder)
  const known = listMigrations()
  const unknown = manifest.migrations.find((name) => !known.some((migration) => migration.name === name))
  if (unknown)
    throw new Error(`This backup comes from a newer Foyer: it has the migration "${unknown}". Use that version.`)
  for (const { name, sha256 } of manifest.tables) await refuseDamage(tableFile(folder, name), sha256)
  const client = new pg.Client({ connectionString: url, application_name: 'foyer-restore' })
  await client.connect()
  try {
    await refuseUsed(client)
    await migrate({ url, migrations: known.filter(({ name }) => manifest.migrations.includes(name)) })
    await client.query('BEGIN')
    const order = await parentsFirst(client)
    const tables = manifest.tables.toSorted((a, b) => order.indexOf(a.name) - order.indexOf(b.name))
    for (const table of tables) await copyIn(client, folder, table)
    await client.query('COMMIT')
  } finally {
    await client.end()
  }
  await migrate({ url })
  return manifest
}

async function refuseDamage(file: string, expected: string): Promise<void> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  if (hash.digest('hex') !== expected)
    throw new Error(`${file} is damaged: its contents are not what the backup wrote.`)
}

async function refuseUsed(client: pg.Client): Promise<void> {
  const { rows } = await client.query(
    `SELECT FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'`,
  )
  if (rows.length > 0) throw new Error('This database already holds tables: restore into an empty one.')
}

async function copyIn(client: pg.Client, folder: string, table: BackupManifest['tables'][number]): Promise<void> {
  const name = quoted(table.name)
  // The backup has the latest state of rows that the migration itself inserted.
  await client.query(`DELETE FROM ${name}`)
  const target = client.query(copyFrom(`COPY ${name} (${table.columns.map(quoted).join(', ')}) FROM STDIN`))
  await pipeline(createReadStream(tableFile(folder, table.name)), createGunzip(), target)
  if (target.rowCount !== table.rows) {
    throw new Error(`Read ${target.rowCount} rows of ${table.name}, but the backup counted ${table.rows}.`)
  }
}

/** Table names, each after those its rows refer to. */
async function parentsFirst(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; parents: string[] }>(`
    SELECT c.relname AS name,
      coalesce(array_agg(p.relname::text) FILTER (WHERE p.oid IS NOT NULL AND p.oid <> c.oid), '{}') AS parents
    FROM pg_class c
    LEFT JOIN pg_constraint f ON f.conrelid = c.oid AND f.contype = 'f'
    LEFT JOIN pg_class p ON p.oid = f.confrelid
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
    GROUP BY c.relname`)
  const ordered: string[] = []
  for (let rest = rows; rest.length > 0; rest = rest.filter(({ name }) => !ordered.includes(name))) {
    const ready = rest.filter(({ parents }) => parents.every((parent) => ordered.includes(parent)))
    if (ready.length === 0)
      throw new Error(`These tables refer to each other in a circle: ${rest.map(({ name }) => name).join(', ')}.`)
    ordered.push(...ready.map(({ name }) => name))
  }
  return ordered
}
