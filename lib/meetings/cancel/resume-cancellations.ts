import type { Actor } from '#lib/auth/actor.ts'
import { authorize } from '#lib/auth/policy.ts'
import { inTransaction } from '#lib/db/client.ts'
import { hurryCancellations } from '#lib/record/meetings/cancellation.ts'
import { deleteCancelled } from './delete-cancelled.ts'

/** Sends GoTo the cancellations that were waiting for this person's grant. */
export async function resumeCancellations(actor: Actor, personId: string): Promise<void> {
  authorize(actor, 'cancellation.run')
  const ids = await inTransaction((tx) => hurryCancellations(tx, personId))
  for (const id of ids) await deleteCancelled(actor, id)
}
