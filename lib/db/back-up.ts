import { createHash } from 'node:crypto'
import { createWriteStream, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { databaseUrl } from './address.ts'
import { type BackupManifest, manifestPath, quoted, tableFile } from './backup-manifest.ts'
import { listApplied } from './list-applied.ts'

/**
 * Writes every row as of one moment into a new folder, while others keep reading and writing. The secrets that decrypt
 * its GoTo grants are not included.
 */
export async function backUp(folder: string, url = databaseUrl()): Promise<BackupManifest> {
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new Error(`${folder} is not empty: name a new folder.`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const client = new pg.Client({ connectionString: url, application_name: 'foyer-backup' })
  await client.connect()
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY')
    const manifest: BackupManifest = {
      format: 'foyer-backup-1',
      takenAt: new Date().toISOString(),
      migrations: (await listApplied(client)).map(({ name }) => name),
      tables: [],
    }
    for (const { name, columns } of await listTables(client)) {
      manifest.tables.push({ name, columns, ...(await copyOut(client, name, columns, tableFile(folder, name))) })
    }
    await client.query('COMMIT')
    writeFileSync(manifestPath(folder), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600, flush: true })
    return manifest
  } finally {
    await client.end()
  }
}

/** All our tables with their writable columns. The queue has its own schema and starts fresh. */
async function listTables(client: pg.Client): Promise<{ name: string; columns: string[] }[]> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(`
    SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
      AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' AND c.relname <> '_prisma_migrations'
    GROUP BY c.relname ORDER BY c.relname COLLATE "C"`)
  return rows
}

async function copyOut(
  client: pg.Client,
  table: string,
  columns: string[],
  file: string,
): Promise<{ rows: number; sha256: string }> {
  // A query instead of the table name: COPY of a partitioned table by name copies nothing.
  const source = client.query(copyTo(`COPY (SELECT ${columns.map(quoted).join(', ')} FROM ${quoted(table)}) TO STDOUT`))
  const hash = createHash('sha256')
  const hashing = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      done(null, chunk)
    },
  })
  await pipeline(source, createGzip({ level: 6 }), hashing, createWriteStream(file, { mode: 0o600, flush: true }))
  return { rows: source.rowCount, sha256: hash.digest('hex') }
}
