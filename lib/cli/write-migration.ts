import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { listMigrations, migrationsFolder } from '#lib/db/migrations.ts'
import { diffSchemas, emptySchema } from './diff-schemas.ts'

/** Everything below this line of a migration is written by hand and kept when it is regenerated. */
const handWritten = '-- Below this line: written by hand, kept when this file is made again.'

export const schemaPath = 'prisma/schema.prisma'

/** Writes the next migration from the difference between the schemas and returns its folder's name; null when equal. */
export async function writeNextMigration(title: string): Promise<string | null> {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(title)) {
    throw new Error('Name the migration in lower-case words, like: npm run db:migration -- meeting-agenda')
  }
  const last = listMigrations().at(-1)
  const sql = await diffSchemas(last ? schemaOf(last.name) : emptySchema, readFileSync(schemaPath, 'utf8'))
  if (sql === null) return null
  const number = Number.parseInt(last?.name ?? '0', 10) + 1
  const name = `${String(number).padStart(4, '0')}_${title}`
  writeMigration(name, sql, '')
  return name
}

/** Regenerates the only migration from the whole schema. Allowed while no installation has applied it yet. */
export async function squashFirstMigration(): Promise<string> {
  const migrations = listMigrations()
  const first = migrations[0]
  if (!first || migrations.length > 1) throw new Error('Only a single first migration can be regenerated in place.')
  const sql = await diffSchemas(emptySchema, readFileSync(schemaPath, 'utf8'))
  writeMigration(first.name, sql ?? '', first.sql.split(`${handWritten}\n`)[1] ?? '')
  return first.name
}

/** The schema a migration leads to. */
export function schemaOf(name: string): string {
  const path = join(migrationsFolder, name, 'schema.prisma')
  if (!existsSync(path)) throw new Error(`${path} is missing: each migration keeps the schema it leads to.`)
  return readFileSync(path, 'utf8')
}

function writeMigration(name: string, sql: string, ownSql: string): void {
  const folder = join(migrationsFolder, name)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'migration.sql'), `${sql.trimEnd()}\n\n${handWritten}\n${ownSql}`)
  writeFileSync(join(folder, 'schema.prisma'), readFileSync(schemaPath))
}
