import type { SystemActor, TokenActor, UserActor } from '#lib/auth/actor.ts'
import { now } from '#lib/clock.ts'
import { db, type Tx } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { currentAddress, currentRequestId } from '#lib/log.ts'

/** As much of an actor as the audit log records: at sign-in there is no more yet. */
export type AuditActor =
  | Pick<UserActor, 'kind' | 'personId'>
  | Pick<TokenActor, 'kind' | 'tokenId'>
  | SystemActor
  | 'stranger'

export type AuditFacts = {
  subject?: { kind: string; id: string }
  outcome?: 'done' | 'denied' | 'failed'
  /** Ids, codes and changed values: never a secret, and about people only ids and what was searched for. */
  details?: Prisma.InputJsonObject
}

/**
 * Records who did what to whom, when and from where. Within the transaction of a change when there is one, so that
 * neither exists without the other.
 */
export async function recordAudit(
  actor: AuditActor,
  action: string,
  facts: AuditFacts = {},
  tx: Tx = db(),
): Promise<void> {
  await tx.auditEntry.create({
    data: {
      at: now(),
      ...actorColumns(actor),
      action,
      subjectKind: facts.subject?.kind ?? null,
      subjectId: facts.subject?.id ?? null,
      outcome: facts.outcome ?? 'done',
      address: currentAddress(),
      requestId: currentRequestId(),
      details: facts.details ?? {},
    },
  })
}

/** How the audit log names an actor. */
export function actorColumns(actor: AuditActor): { actorKind: string; actorId: string | null } {
  if (actor === 'stranger') return { actorKind: 'stranger', actorId: null }
  switch (actor.kind) {
    case 'user':
      return { actorKind: 'user', actorId: actor.personId }
    case 'token':
      return { actorKind: 'token', actorId: actor.tokenId }
    case 'system':
      return { actorKind: 'system', actorId: actor.job }
  }
}
