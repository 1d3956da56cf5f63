import { now } from '#lib/clock.ts'
import type { Tx } from '#lib/db/client.ts'
import type { FoyerEvent } from './event.ts'

/** Announces a change in the change's own transaction: neither exists without the other. */
export async function emit(tx: Tx, { kind, key, payload }: FoyerEvent): Promise<void> {
  await tx.outboxEvent.create({ data: { kind, key, payload, createdAt: now() }, select: { id: true } })
}

/** Several of them, in this order. */
export async function emitAll(tx: Tx, events: readonly FoyerEvent[]): Promise<void> {
  const createdAt = now()
  const data = events.map(({ kind, key, payload }) => ({ kind, key, payload, createdAt }))
  await tx.outboxEvent.createMany({ data })
}
