import { recordAudit } from '#lib/audit/record-audit.ts'
import { now } from '#lib/clock.ts'
import { inTransaction, type Tx } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { AppError } from '#lib/errors.ts'
import type { Actor } from './actor.ts'
import { authorize } from './policy.ts'
import { forgetRows } from './row-cache.ts'
import { sentences } from './sentences.ts'
import { aliveSessions, mostSessions } from './session-limits.ts'

/** Ends one of my own sessions; `current` is the one asking. @returns whether the one asking ended. */
export async function endSession(actor: Actor, id: string): Promise<{ isCurrent: boolean }> {
  const me = authorize(actor, 'session.own')
  const sessionId = id === 'current' ? me.sessionId : id
  await inTransaction(async (tx) => {
    const ended = await revokeSession(tx, { sessionId, personId: me.personId }, 'log off')
    if (ended === 0) throw new AppError('not_found', sentences.sessionOver)
    await recordAudit(me, 'session.end', { subject: { kind: 'session', id: sessionId } }, tx)
  })
  forgetRows()
  return { isCurrent: sessionId === me.sessionId }
}

/** "Log off everywhere": all my sessions, this one included. */
export async function endAllSessions(actor: Actor): Promise<{ isCurrent: true }> {
  const me = authorize(actor, 'session.own')
  await inTransaction(async (tx) => {
    const count = await revokeAllSessions(tx, me.personId, 'log off everywhere')
    await recordAudit(me, 'session.end-all', { subject: { kind: 'person', id: me.personId }, details: { count } }, tx)
  })
  forgetRows()
  return { isCurrent: true }
}

/** Ends one session of this person's, without a policy check. @returns how many ended. */
export function revokeSession(
  tx: Tx,
  { sessionId, personId }: { sessionId: string; personId: string },
  because: string,
): Promise<number> {
  return revoke(tx, { id: sessionId, personId }, because)
}

/** Ends all of a person's sessions, without a policy check. @returns how many ended. */
export function revokeAllSessions(tx: Tx, personId: string, because: string): Promise<number> {
  return revoke(tx, { personId }, because)
}

/** Of more than anybody uses, the oldest end: a stolen password must not collect sessions. */
export async function revokeOldestSessions(tx: Tx, personId: string): Promise<number> {
  const beyond = await tx.portalSession.findMany({
    where: aliveSessions(personId, now()),
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    skip: mostSessions,
    select: { id: true },
  })
  return revoke(tx, { id: { in: beyond.map(({ id }) => id) } }, 'too many sessions')
}

/** Anything begun in a session is forgotten with it. */
async function revoke(tx: Tx, which: Prisma.PortalSessionWhereInput, because: string): Promise<number> {
  const alive = await tx.portalSession.findMany({ where: { ...which, revokedAt: null }, select: { id: true } })
  const ids = alive.map(({ id }) => id)
  await tx.linkIntent.deleteMany({ where: { sessionId: { in: ids } } })
  const { count } = await tx.portalSession.updateMany({
    where: { id: { in: ids }, revokedAt: null },
    data: { revokedAt: now(), revokedBecause: because },
  })
  return count
}
