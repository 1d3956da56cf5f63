import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { env } from '#lib/env.ts'
import { type Owner, readOwner } from './owner-lock.ts'

/** What `DATA_DIR/postgres.json` holds while an owner keeps the embedded PostgreSQL running. */
export type EmbeddedAddress = { url: string; pid: number; owner: Owner['name'] }

/** Where PostgreSQL is: `DATABASE_URL`, or a running owner's embedded one. @throws Error with a sentence if neither. */
export function databaseUrl(): string {
  const { databaseUrl: given, dataDir } = env()
  if (given) return given
  const address = readOwner(dataDir) ? readAddress(dataDir) : null
  if (!address) {
    throw new Error(
      `No PostgreSQL is running for ${dataDir}: start it with npm run demo, npm run dev or npm start, or set DATABASE_URL.`,
    )
  }
  return address.url
}

export function addressPath(dataDir: string): string {
  return join(dataDir, 'postgres.json')
}

function readAddress(dataDir: string): EmbeddedAddress | null {
  try {
    return JSON.parse(readFileSync(addressPath(dataDir), 'utf8')) as EmbeddedAddress
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
