import { recordAudit } from '#lib/audit/record-audit.ts'
import type { Actor } from '#lib/auth/actor.ts'
import { authorize } from '#lib/auth/policy.ts'
import { now } from '#lib/clock.ts'
import { inTransaction } from '#lib/db/client.ts'
import { AppError } from '#lib/errors.ts'
import { emit } from '#lib/events/emit.ts'
import { getConnection } from './get-connection.ts'
import type { ConnectionDraft, MyConnection } from './schema.ts'
import { sentences } from './sentences.ts'

/** Lends my administrator's grant for reading the company's meetings, or takes it back. */
export async function lendConnection(actor: Actor, { isLent }: ConnectionDraft): Promise<MyConnection> {
  // Taking it back is always allowed: the role may have been lost since.
  const me = authorize(actor, isLent ? 'connection.lend' : 'connection.own')
  await inTransaction(async (tx) => {
    const row = await tx.connection.findUnique({ where: { personId: me.personId } })
    if (!row) throw new AppError('not_connected', sentences.notConnectedYet)
    if (isLent && !row.isAdministrator) {
      throw new AppError('forbidden', sentences.cannotBeLent)
    }
    if ((row.lentAt !== null) === isLent) return
    await tx.connection.update({ where: { id: row.id }, data: { lentAt: isLent ? now() : null } })
    const action = isLent ? 'connection.lend' : 'connection.take-back'
    if (isLent) await emit(tx, { kind: 'grant.lent', key: me.personId, payload: { personId: me.personId } })
    await recordAudit(me, action, { subject: { kind: 'connection', id: row.id } }, tx)
  })
  return getConnection(me)
}
