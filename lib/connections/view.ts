import type { Connection as ConnectionRow } from '#lib/db/generated/client.ts'
import { grantStatus } from './grant-status.ts'
import type { Connection } from './schema.ts'

export function viewConnection(row: ConnectionRow): Connection {
  const status = grantStatus(row)
  const endedAt = status === 'active' ? null : (row.revokedAt ?? row.grantEndsAt)
  return {
    status,
    accountKey: row.accountKey,
    email: row.email,
    isAdministrator: row.isAdministrator,
    grantedAt: row.grantedAt.toISOString(),
    grantEndsAt: row.grantEndsAt.toISOString(),
    revokedAt: endedAt?.toISOString() ?? null,
    lentAt: row.lentAt?.toISOString() ?? null,
    lastFailureAt: row.lastFailureAt?.toISOString() ?? null,
  }
}
