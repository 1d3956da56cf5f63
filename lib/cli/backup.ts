import '#lib/node-version.ts'

import { backUp } from '#lib/db/back-up.ts'
import { env } from '#lib/env.ts'
import { runCommand } from './run-command.ts'

/** `npm run backup -- <folder>`: every row as of one moment, while everything keeps running. */
await runCommand(async ([folder = `backups/${new Date().toISOString().slice(0, 19).replaceAll(':', '-')}`]) => {
  const { tables } = await backUp(folder)
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  return `Wrote ${rows} rows from ${tables.length} tables to ${folder}. ${whereSecretsAre()}`
})

/** A backup that contained its own key would protect nothing. */
function whereSecretsAre(): string {
  const { databaseUrl, dataDir } = env()
  const place = databaseUrl ? 'AUTH_SECRET and ENCRYPTION_KEYS' : `${dataDir}/secrets.json`
  return `Keep ${place} somewhere else and safe: without it, the GoTo grants in the backup cannot be read.`
}
