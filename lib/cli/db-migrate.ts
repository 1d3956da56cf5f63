import '#lib/node-version.ts'

import { migrate } from '#lib/db/migrate.ts'
import { runCommand } from './run-command.ts'

/** `npm run db:migrate`: brings the database to the schema of this Foyer. */
await runCommand(async () => {
  const applied = await migrate()
  return applied.length === 0 ? 'The database is up to date.' : `Applied ${applied.join(', ')}.`
})
