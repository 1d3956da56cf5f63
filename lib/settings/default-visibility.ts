import type { Tx } from '#lib/db/client.ts'
import { readSetting } from './read-setting.ts'
import type { Visibility } from './schema.ts'

/**
 * The company's default, for somebody who is about to write it into meetings: until their transaction ends it cannot
 * change, so nothing is written by a choice that no longer holds.
 */
export async function holdDefaultVisibility(tx: Tx): Promise<Visibility> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(hashtext('foyer default visibility'))`
  return readSetting('meetings.defaultVisibility', tx)
}

/** Waits for everybody who holds it. */
export async function lockDefaultVisibility(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('foyer default visibility'))`
}
