import type { Actor } from '#lib/auth/actor.ts'
import { authorize } from '#lib/auth/policy.ts'
import { db } from '#lib/db/client.ts'
import type { Connection as ConnectionRow } from '#lib/db/generated/client.ts'
import { env } from '#lib/env.ts'
import { grantStatus } from './grant-status.ts'
import type { Connection, MyConnection } from './schema.ts'

/** My GoTo grant, without its secrets. */
export async function getConnection(actor: Actor): Promise<MyConnection> {
  const me = authorize(actor, 'connection.own')
  const row = await db().connection.findUnique({ where: { personId: me.personId } })
  return { isPossible: env().gotoClientId !== null, connection: row && viewConnection(row) }
}

function viewConnection(row: ConnectionRow): Connection {
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
