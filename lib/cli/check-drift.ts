import '#lib/node-version.ts'

import { readFileSync } from 'node:fs'
import { listMigrations } from '#lib/db/migrations.ts'
import { diffSchemas, emptySchema } from './diff-schemas.ts'
import { runCommand } from './run-command.ts'
import { schemaOf, schemaPath } from './write-migration.ts'

/** Fails when `schema.prisma` says something no migration produces. */
await runCommand(async () => {
  const last = listMigrations().at(-1)
  const missing = await diffSchemas(last ? schemaOf(last.name) : emptySchema, readFileSync(schemaPath, 'utf8'))
  if (missing === null) return 'The migrations match the schema.'
  throw new Error(
    `${schemaPath} and the last migration differ; write a migration with npm run db:migration -- <name>. Missing:\n${missing}`,
  )
})
