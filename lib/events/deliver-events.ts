import { now } from '#lib/clock.ts'
import { inTransaction } from '#lib/db/client.ts'
import type { EventKind } from './event.ts'

export type Delivery = { id: string; kind: EventKind; key: string; payload: object }

const batchSize = 100

/**
 * Hands waiting events of these kinds to `deliver`, oldest first, and marks them done when it returns: at least once,
 * with a stable id. Several workers share the work: each skips what another holds. Events without a subscriber are done
 * at once: the thousands of meetings of a first reading hold up nobody's click. Returns how many were handed over.
 */
export function deliverEvents(
  kinds: readonly EventKind[],
  deliver: (event: Delivery) => Promise<void>,
): Promise<number> {
  return inTransaction(async (tx) => {
    await tx.outboxEvent.updateMany({ where: { doneAt: null, kind: { notIn: [...kinds] } }, data: { doneAt: now() } })
    const events = await tx.$queryRaw<Delivery[]>`
      SELECT id::text, kind, key, payload FROM outbox_event
      WHERE done_at IS NULL ORDER BY id LIMIT ${batchSize} FOR UPDATE SKIP LOCKED`
    for (const event of events) await deliver(event)
    if (events.length > 0) {
      const ids = events.map((event) => event.id)
      await tx.outboxEvent.updateMany({ where: { id: { in: ids } }, data: { doneAt: now() } })
    }
    return events.length
  })
}
