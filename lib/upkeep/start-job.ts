import { recordAudit } from '#lib/audit/record-audit.ts'
import type { Actor } from '#lib/auth/actor.ts'
import { authorize } from '#lib/auth/policy.ts'
import { inTransaction } from '#lib/db/client.ts'
import { emit } from '#lib/events/emit.ts'
import type { JobRequest } from './schema.ts'

/** "Sync now": has the worker do right away what it otherwise does on schedule. */
export async function startJob(actor: Actor, { name, allowRemovals = false }: JobRequest): Promise<{ name: string }> {
  authorize(actor, 'sync.start')
  await inTransaction(async (tx) => {
    await emit(tx, { kind: 'sync.requested', key: name, payload: { allowRemovals } })
    await recordAudit(actor, 'sync.start', { details: { allowRemovals } }, tx)
  })
  return { name }
}
