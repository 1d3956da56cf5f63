import '#lib/node-version.ts'

import { runCommand } from './run-command.ts'
import { squashFirstMigration, writeNextMigration } from './write-migration.ts'

/** `npm run db:migration -- <name>` writes the next migration; `-- --squash` regenerates the first one. */
await runCommand(async ([title = '']) => {
  const name = title === '--squash' ? await squashFirstMigration() : await writeNextMigration(title)
  return name ? `Wrote prisma/migrations/${name}. Read it before you commit it.` : 'The schema has not changed.'
})
