import type { Tx } from '#lib/db/client.ts'
import { readSetting } from './read-setting.ts'
import type { Visibility } from './schema.ts'

/**
 * The company's default, for a transaction about to write it into meetings: it cannot change until that ends, so
 * nothing is written from a choice that no longer holds.
 */
export async function holdDefaultVisibility(tx: Tx): Promise<Visibility> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(hashtext('foyer default visibility'))`
  return readSetting('meetings.defaultVisibility', tx)
}

/** Waits for every transaction that holds it. */
export async function lockDefaultVisibility(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('foyer default visibility'))`
}
