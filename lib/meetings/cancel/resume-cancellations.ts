import type { Actor } from '#lib/auth/actor.ts'
import { authorize } from '#lib/auth/policy.ts'
import { now } from '#lib/clock.ts'
import { pool } from '#lib/db/client.ts'
import { deleteCancelled } from './delete-cancelled.ts'

/** Tells GoTo what could not be told without this person's grant, now that there is one again. */
export async function resumeCancellations(actor: Actor, personId: string): Promise<void> {
  authorize(actor, 'cancellation.run')
  const { rows } = await pool().query<{ id: string }>(
    `UPDATE meeting m SET cancels_at = $2 FROM organizer o
     WHERE o.id = m.organizer_id AND o.person_id = $1 AND m.cancel_failure = 'not_connected'
       AND m.cancels_at > $2 AND m.gone_at IS NULL
     RETURNING m.id`,
    [personId, now()],
  )
  for (const { id } of rows) await deleteCancelled(actor, id)
}
