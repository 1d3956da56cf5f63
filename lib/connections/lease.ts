import { randomToken } from '#lib/crypto.ts'
import { pool } from '#lib/db/client.ts'
import { log } from '#lib/log.ts'

export type Lease = { release: () => Promise<void> }

/**
 * Short, so that a killed process blocks nobody for long; renewed three times over, so that a slow answer never loses
 * it.
 */
const ttlSeconds = 12

/**
 * The right to refresh one grant, among all processes; null when another has it. It is a row, not a lock: no
 * transaction stays open while GoTo is thinking. It runs on the database server's time, which all processes share.
 */
export async function takeLease(connectionId: string): Promise<Lease | null> {
  const owner = randomToken(12)
  const taken = await pool().query(
    `UPDATE connection SET lease_owner = $1, lease_ends_at = clock_timestamp() + make_interval(secs => $3)
     WHERE id = $2 AND (lease_owner IS NULL OR lease_ends_at < clock_timestamp())`,
    [owner, connectionId, ttlSeconds],
  )
  if (taken.rowCount !== 1) return null
  const renewal = setInterval(() => renew(connectionId, owner), (ttlSeconds * 1000) / 3)
  renewal.unref()
  return {
    async release() {
      clearInterval(renewal)
      await pool()
        .query('UPDATE connection SET lease_owner = NULL, lease_ends_at = NULL WHERE id = $1 AND lease_owner = $2', [
          connectionId,
          owner,
        ])
        .catch((error: unknown) => log.warn({ err: error, connectionId }, 'lease not released; it will expire'))
    },
  }
}

function renew(connectionId: string, owner: string): void {
  pool()
    .query(
      `UPDATE connection SET lease_ends_at = clock_timestamp() + make_interval(secs => $3)
       WHERE id = $1 AND lease_owner = $2`,
      [connectionId, owner, ttlSeconds],
    )
    .catch((error: unknown) => log.warn({ err: error, connectionId }, 'lease not renewed'))
}
