import { now } from '#lib/clock.ts'
import { inTransaction } from '#lib/db/client.ts'
import type { EventKind } from './event.ts'

export type Delivery = { id: string; kind: EventKind; key: string; payload: object }

const batchSize = 100

/**
 * Hands waiting events of these kinds to `deliver`, oldest first, and marks them done when it returns: at least once, with a stable
 * id. Several workers share the work, because each skips what another one holds. What nobody
 * listens to is done as it is: thousands of meetings that a first reading finds hold up nobody's press. Answers how many
 * were handed over.
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
