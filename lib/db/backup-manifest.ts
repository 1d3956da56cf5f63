import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/** What a backup says about itself; written last, so a folder without it is not a backup. */
export const BackupManifest = z.object({
  format: z.literal('foyer-backup-1'),
  takenAt: z.string(),
  /** The schema the rows belong to, as the migrations that lead to it. */
  migrations: z.array(z.string()).min(1),
  tables: z.array(
    z.object({
      name: z.string(),
      columns: z.array(z.string()),
      rows: z.number(),
      /** Of the compressed file. */
      sha256: z.string(),
    }),
  ),
})
export type BackupManifest = z.infer<typeof BackupManifest>

/** @throws Error with a sentence when the folder holds no complete backup. */
export function readManifest(folder: string): BackupManifest {
  try {
    return BackupManifest.parse(JSON.parse(readFileSync(manifestPath(folder), 'utf8')))
  } catch (error) {
    throw new Error(`${folder} holds no complete backup of Foyer.`, { cause: error })
  }
}

export function manifestPath(folder: string): string {
  return join(folder, 'manifest.json')
}

export function tableFile(folder: string, table: string): string {
  return join(folder, `${table}.copy.gz`)
}

/** Quotes a name for SQL. Names come from the catalogue or a manifest, never from a request. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
