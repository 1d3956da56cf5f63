import '#lib/node-version.ts'

import { openEmbedded } from '#lib/db/embedded.ts'
import { restore } from '#lib/db/restore.ts'
import { env } from '#lib/env.ts'
import { runCommand } from './run-command.ts'

/** `npm run restore -- <folder>`: fills an empty database. As its owner when embedded, so that nothing else uses it. */
await runCommand(async ([folder]) => {
  if (!folder) throw new Error('Name the backup folder: npm run restore -- <folder>')
  const { databaseUrl, dataDir } = env()
  const manifest = databaseUrl ? await restore(folder, databaseUrl) : await restoreEmbedded(folder, dataDir)
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
  return `Restored ${rows} rows as of ${manifest.takenAt}. Put the secrets from that time in place before the next start.`
})

async function restoreEmbedded(folder: string, dataDir: string) {
  const database = await openEmbedded({ dataDir, owner: 'restore', say: (line) => process.stderr.write(`${line}\n`) })
  try {
    return await restore(folder, database.url)
  } finally {
    await database.stop()
  }
}
