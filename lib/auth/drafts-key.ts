import { createHmac } from 'node:crypto'
import { db, type Tx } from '#lib/db/client.ts'
import { env } from '#lib/env.ts'

/**
 * What seals the drafts in this session's browser. It is worked out anew each time and handed out only to the session
 * itself: once that has ended, nobody can open them any more, not even on a computer that kept them.
 */
export async function draftsOf(sessionId: string): Promise<{ id: string; key: string }> {
  const id = await draftsIdOf(db(), sessionId)
  return { id, key: createHmac('sha256', env().authSecret).update(`drafts ${id}`).digest('base64') }
}

/** A session that replaces one of the same person, as connecting GoTo does, goes on with its drafts. */
export async function draftsIdOf(tx: Tx, sessionId: string): Promise<string> {
  const session = await tx.portalSession.findUniqueOrThrow({ where: { id: sessionId }, select: { draftsId: true } })
  return session.draftsId ?? sessionId
}
