import type { Actor } from '#lib/auth/actor.ts'
import { authorize } from '#lib/auth/policy.ts'
import { ceremonyMs } from '#lib/auth/session-limits.ts'
import { now } from '#lib/clock.ts'
import { db, inTransaction, type Tx } from '#lib/db/client.ts'

/**
 * Records that I want to connect GoTo: only then, and only in this session, does a GoTo sign-in link the account to me.
 */
export async function intendLink(actor: Actor): Promise<void> {
  const me = authorize(actor, 'connection.own')
  const createdAt = now()
  const expiresAt = new Date(createdAt.getTime() + ceremonyMs)
  await inTransaction(async (tx) => {
    await tx.linkIntent.deleteMany({ where: { sessionId: me.sessionId } })
    await tx.linkIntent.create({
      data: { sessionId: me.sessionId, personId: me.personId, kind: 'goto', createdAt, expiresAt },
    })
  })
}

/**
 * Uses up the session's intent; `expired` when it is too late. An expired one stays: somebody who wanted to connect is
 * not signed in as somebody else in this session until they say what they want again.
 */
export async function takeLinkIntent(
  tx: Tx,
  { sessionId, personId }: { sessionId: string; personId: string },
): Promise<'taken' | 'expired' | 'none'> {
  const mine = { sessionId, personId, kind: 'goto' }
  const taken = await tx.linkIntent.deleteMany({ where: { ...mine, expiresAt: { gt: now() } } })
  if (taken.count > 0) return 'taken'
  return (await tx.linkIntent.count({ where: mine })) > 0 ? 'expired' : 'none'
}

/** Whether the session has an unused intent to connect GoTo, expired or not. */
export async function hasLinkIntent({
  sessionId,
  personId,
}: {
  sessionId: string
  personId: string
}): Promise<boolean> {
  return (await db().linkIntent.count({ where: { sessionId, personId, kind: 'goto' } })) > 0
}
