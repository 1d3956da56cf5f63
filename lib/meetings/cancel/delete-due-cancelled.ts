import type { Actor } from '#lib/auth/actor.ts'
import { authorize } from '#lib/auth/policy.ts'
import { now } from '#lib/clock.ts'
import { pool } from '#lib/db/client.ts'
import { inTurn } from '#lib/in-turn.ts'
import { type DeletionOutcome, deleteCancelled } from './delete-cancelled.ts'

const mostAtOnce = 50

/** Sends GoTo every cancellation that is due: the worker was off, GoTo was down, or a pause is over. */
export async function deleteDueCancelled(actor: Actor): Promise<{ deleted: number; failed: number }> {
  authorize(actor, 'cancellation.run')
  const { rows } = await pool().query<{ id: string }>(
    `SELECT id FROM meeting WHERE cancels_at <= $1 AND gone_at IS NULL ORDER BY cancels_at LIMIT ${mostAtOnce}`,
    [now()],
  )
  const outcomes: DeletionOutcome[] = await inTurn(rows, ({ id }) => deleteCancelled(actor, id))
  const count = (outcome: DeletionOutcome) => outcomes.filter((one) => one === outcome).length
  return { deleted: count('deleted'), failed: count('failed') }
}
