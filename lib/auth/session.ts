import { now } from '#lib/clock.ts'
import { sha256 } from '#lib/crypto.ts'
import { db } from '#lib/db/client.ts'
import type { Actor, UserActor } from './actor.ts'
import { readCookies, sessionCookieName } from './cookies.ts'
import { type SessionRow, sessionRows } from './portal-session-rows.ts'
import { idleEndAfter, isAlive, touchMs } from './session-limits.ts'
import { standingOf } from './standing-rows.ts'

/** Who sent a request, or null for a stranger. An ended session or a disabled person's does not count. */
export async function readActor(request: Request): Promise<Actor | null> {
  const token = sessionToken(request.headers.get('cookie'))
  return token ? actorOfToken(token) : null
}

/** The opaque id of a session that a `Cookie` header names; whether there is such a session is another question. */
export function sessionToken(cookieHeader: string | null | undefined): string | null {
  return readCookies(cookieHeader)[sessionCookieName()] || null
}

/** A session that this process hasn't looked up before may be made up, and each such look-up is a query. */
export function isUnknownSession(token: string): boolean {
  return !sessionRows.isKnown(sha256(token))
}

/** The same from the opaque id alone, which is what next-auth has. */
export async function actorOfToken(token: string): Promise<UserActor | null> {
  const row = await sessionRows.find(sha256(token))
  if (!row || row.disabledAt !== null || !isAlive(row, now())) return null
  await touch(row)
  return {
    kind: 'user',
    personId: row.personId,
    sessionId: row.id,
    name: row.name,
    email: row.email,
    via: row.via,
    ...standingOf(row),
  }
}

/** Activity extends the idle limit, never the absolute one. */
async function touch(row: SessionRow): Promise<void> {
  const at = now()
  if (at.getTime() - row.lastSeenAt.getTime() < touchMs) return
  const idleEndsAt = idleEndAfter(at, row.endsAt)
  // Concurrent requests may share the row: only the first of them writes.
  Object.assign(row, { lastSeenAt: at, idleEndsAt })
  await db().portalSession.updateMany({ where: { id: row.id, revokedAt: null }, data: { lastSeenAt: at, idleEndsAt } })
}
