import { now } from '#lib/clock.ts'
import { db } from '#lib/db/client.ts'
import type { Actor } from './actor.ts'
import { authorize } from './policy.ts'
import type { PortalSessionList } from './schema.ts'
import { aliveSessions } from './session-limits.ts'

/** My signed-in browsers, most recently used first. */
export async function listSessions(actor: Actor): Promise<PortalSessionList> {
  const me = authorize(actor, 'session.own')
  const rows = await db().portalSession.findMany({
    where: aliveSessions(me.personId, now()),
    orderBy: { lastSeenAt: 'desc' },
  })
  return {
    items: rows.map((row) => ({
      id: row.id,
      isCurrent: row.id === me.sessionId,
      via: row.via === 'goto' ? 'goto' : 'company',
      userAgent: row.userAgent,
      address: row.address,
      createdAt: row.createdAt.toISOString(),
      lastSeenAt: row.lastSeenAt.toISOString(),
      endsAt: row.endsAt.toISOString(),
    })),
  }
}
