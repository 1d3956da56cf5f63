import '#lib/node-version.ts'

import { openEmbedded } from '#lib/db/embedded.ts'
import { restore } from '#lib/db/restore.ts'
import { env } from '#lib/env.ts'
import { runCommand } from './run-command.ts'

/** `npm run restore -- <folder>`: fills an empty database. As its owner when it is the embedded one, so that nobody else is at work. */
await runCommand(async ([folder]) => {
  if (!folder) throw new Error('Name the folder of the backup: npm run restore -- <folder>')
  const { databaseUrl, dataDir } = env()
  const manifest = databaseUrl ? await restore(folder, databaseUrl) : await restoreEmbedded(folder, dataDir)
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
  return `Restored ${rows} rows as of ${manifest.takenAt}. The secrets of then must be in place before the next start.`
})

async function restoreEmbedded(folder: string, dataDir: string) {
  const database = await openEmbedded({ dataDir, owner: 'restore', say: (line) => process.stderr.write(`${line}\n`) })
  try {
    return await restore(folder, database.url)
  } finally {
    await database.stop()
  }
}
