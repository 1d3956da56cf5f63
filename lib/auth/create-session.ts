import { now } from '#lib/clock.ts'
import { randomToken, sha256 } from '#lib/crypto.ts'
import type { Tx } from '#lib/db/client.ts'
import { currentAddress } from '#lib/log.ts'
import { absoluteMs, idleEndAfter } from './session-limits.ts'

type NewSession = {
  personId: string
  via: 'goto' | 'company'
  userAgent: string
  /** Whose drafts it goes on with; null: nobody's. */
  draftsId?: string | null
}

/** A new session for a person. The token goes to the browser and is stored nowhere: the row has only its hash. */
export async function createSession(
  tx: Tx,
  { personId, via, userAgent, draftsId = null }: NewSession,
): Promise<{ sessionId: string; token: string }> {
  const token = randomToken()
  const at = now()
  const endsAt = new Date(at.getTime() + absoluteMs)
  const { id } = await tx.portalSession.create({
    data: {
      tokenHash: sha256(token),
      personId,
      via,
      draftsId,
      userAgent: userAgent.slice(0, 300),
      address: currentAddress(),
      createdAt: at,
      lastSeenAt: at,
      idleEndsAt: idleEndAfter(at, endsAt),
      endsAt,
    },
  })
  return { sessionId: id, token }
}
