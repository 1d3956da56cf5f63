import { v7 as uuid } from 'uuid'
import { now } from '#lib/clock.ts'
import { db } from '#lib/db/client.ts'
import { currentAddress, currentRequestId } from '#lib/log.ts'
import { type AuditActor, actorColumns } from './record-audit.ts'

const hourMs = 3_600_000

type Denial = {
  /** What they were refused, one of few: anything a stranger could invent would make as many lines. */
  door: string
  /** The first try of the hour, more exactly. */
  details: Record<string, string>
}

/**
 * Records that somebody was refused: several in a row are somebody trying doors. The same door in the same hour is one
 * line with a count and the time of the last try, so that nobody fills the audit log by knocking. Strangers count as
 * one.
 */
export async function recordDenial(actor: AuditActor, action: string, { door, details }: Denial): Promise<void> {
  const at = now()
  const { actorKind, actorId } = actorColumns(actor)
  const hour = new Date(Math.floor(at.getTime() / hourMs) * hourMs).toISOString()
  const sameAs = [hour, actorKind, actorId, action, door].join(' ')
  await db().$executeRaw`
    INSERT INTO audit_entry (id, at, actor_kind, actor_id, action, outcome, address, request_id, details, last_at, same_as)
    VALUES (${uuid()}::uuid, ${at}, ${actorKind}, ${actorId}, ${action}, 'denied', ${currentAddress()},
      ${currentRequestId()}, ${JSON.stringify(details)}::jsonb, ${at}, ${sameAs})
    ON CONFLICT (same_as) DO UPDATE SET count = audit_entry.count + 1, last_at = excluded.last_at`
}
