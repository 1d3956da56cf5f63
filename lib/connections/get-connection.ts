import type { Actor } from '#lib/auth/actor.ts'
import { authorize } from '#lib/auth/policy.ts'
import { db } from '#lib/db/client.ts'
import { env } from '#lib/env.ts'
import type { MyConnection } from './schema.ts'
import { viewConnection } from './view.ts'

/** My GoTo grant, without its secrets. */
export async function getConnection(actor: Actor): Promise<MyConnection> {
  const me = authorize(actor, 'connection.own')
  const row = await db().connection.findUnique({ where: { personId: me.personId } })
  return { isPossible: env().gotoClientId !== null, connection: row && viewConnection(row) }
}
