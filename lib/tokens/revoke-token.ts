import { recordAudit } from '#lib/audit/record-audit.ts'
import type { Actor } from '#lib/auth/actor.ts'
import { authorize, can } from '#lib/auth/policy.ts'
import { forgetRows } from '#lib/auth/row-cache.ts'
import { now } from '#lib/clock.ts'
import { inTransaction } from '#lib/db/client.ts'
import { AppError, nothingHere } from '#lib/errors.ts'

/**
 * Ends one of my tokens, as an administrator anybody's: here at once, in every other process within half a second. One
 * that is revoked already stays so. @throws AppError `not_found`, the same for an absent one and another's
 */
export async function revokeToken(actor: Actor, id: string): Promise<void> {
  const me = authorize(actor, 'token.own')
  const whose = can(me, 'token.manage') ? {} : { makerId: me.personId }
  await inTransaction(async (tx) => {
    const row = await tx.apiToken.findFirst({ where: { id, ...whose }, select: { name: true, makerId: true } })
    if (!row) throw new AppError('not_found', nothingHere)
    const { count } = await tx.apiToken.updateMany({
      where: { id, revokedAt: null },
      data: { revokedAt: now(), revokedBy: me.personId },
    })
    if (count === 0) return
    const details = { name: row.name, makerId: row.makerId }
    await recordAudit(me, 'token.revoke', { subject: { kind: 'token', id }, details }, tx)
  })
  forgetRows()
}
