import '#lib/node-version.ts'

import { migrate } from '#lib/db/migrate.ts'
import { runCommand } from './run-command.ts'

/** `npm run db:migrate`: brings the database up to this Foyer's schema. */
await runCommand(async () => {
  const applied = await migrate()
  return applied.length === 0 ? 'The database is up to date.' : `Applied ${applied.join(', ')}.`
})
