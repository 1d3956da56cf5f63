import { type Actor, isPerson } from '#lib/auth/actor.ts'
import { now } from '#lib/clock.ts'
import { db } from '#lib/db/client.ts'
import { type AuditFacts, recordAudit } from './record-audit.ts'

const oncePerMs = 3_600_000

/**
 * Records whose attendance a person looked at, once an hour for the same look: an open page keeps asking.
 * Jobs do not count as looking.
 */
export async function recordLook(
  actor: Actor,
  action: string,
  { subject, details = {} }: Pick<AuditFacts, 'subject' | 'details'>,
): Promise<void> {
  if (!isPerson(actor)) return
  const looked = await db().auditEntry.findFirst({
    where: {
      action,
      actorId: actor.kind === 'token' ? actor.tokenId : actor.personId,
      subjectId: subject?.id ?? null,
      details: { equals: details },
      at: { gt: new Date(now().getTime() - oncePerMs) },
    },
    select: { id: true },
  })
  if (!looked) await recordAudit(actor, action, { ...(subject ? { subject } : {}), details })
}
