import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { type Embedded, openEmbedded } from '#lib/db/embedded.ts'
import { migrate } from '#lib/db/migrate.ts'
import { listMigrations, migrationsFolder } from '#lib/db/migrations.ts'
import { readOwner } from '#lib/db/owner-lock.ts'
import { findPostmaster, stopPostmaster } from '#lib/db/postmaster.ts'

declare module 'vitest' {
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface can extend vitest's own.
  interface ProvidedContext {
    database: { adminUrl: string; template: string }
  }
}

const prefix = 'foyer-test-'
const template = 'foyer_template'

let server: Embedded | null = null
let dataDir = ''

/** One PostgreSQL for the whole test run in a temporary folder, with a migrated template to clone. */
export async function setup(project: TestProject): Promise<void> {
  await removeLeftovers()
  warnOfDrift()
  dataDir = mkdtempSync(join(tmpdir(), prefix))
  server = await openEmbedded({ dataDir, owner: 'test', isDurable: false, say: print })
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  await client.query(`CREATE DATABASE ${template}`)
  await client.end()
  const url = new URL(server.url)
  url.pathname = `/${template}`
  await migrate({ url: url.href })
  project.provide('database', { adminUrl: server.url, template })
}

export async function teardown(): Promise<void> {
  await server?.stop()
  rmSync(dataDir, { recursive: true, force: true })
}

/** Removes servers of killed test runs. */
async function removeLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const dataDir = join(tmpdir(), name)
    if (!name.startsWith(prefix) || readOwner(dataDir)) continue
    const orphan = findPostmaster(dataDir)
    if (!orphan) continue
    await stopPostmaster(orphan)
    rmSync(dataDir, { recursive: true, force: true })
  }
}

function warnOfDrift(): void {
  const last = listMigrations().at(-1)?.name
  if (
    readFileSync('prisma/schema.prisma', 'utf8') === readFileSync(`${migrationsFolder}/${last}/schema.prisma`, 'utf8')
  )
    return
  print('prisma/schema.prisma has changed since the last migration; tests use the migration.')
}

function print(line: string): void {
  process.stderr.write(`${line}\n`)
}
