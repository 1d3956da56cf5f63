import { recordAudit } from '#lib/audit/record-audit.ts'
import type { Actor } from '#lib/auth/actor.ts'
import { authorize } from '#lib/auth/policy.ts'
import { forgetRows } from '#lib/auth/row-cache.ts'
import { inTransaction } from '#lib/db/client.ts'
import { giveBackIdentity } from '#lib/people/give-back-identity.ts'
import { lockPeople } from '#lib/people/remember-person.ts'
import { revokeAtGoto, type SealedTokens } from './revoke-at-goto.ts'

/**
 * Forgets my GoTo grant with its tokens, then ends it at GoTo: whether GoTo answers or not, nothing here can use it
 * again. A GoTo account that was mine only because I connected it is no longer mine.
 */
export async function disconnect(actor: Actor): Promise<void> {
  const me = authorize(actor, 'connection.own')
  const forgotten = await inTransaction(async (tx): Promise<SealedTokens | null> => {
    // Before the connection's own row: sign-ins lock in this order too.
    await lockPeople(tx)
    const select = {
      id: true,
      accountKey: true,
      organizerKey: true,
      email: true,
      accessToken: true,
      refreshToken: true,
    }
    const row = await tx.connection.findUnique({ where: { personId: me.personId }, select })
    if (!row) return null
    // A second click at the same moment finds it gone, which is what both wanted.
    const { count } = await tx.connection.deleteMany({ where: { id: row.id } })
    if (count === 0) return null
    await giveBackIdentity(tx, me.personId, row)
    await recordAudit(me, 'connection.forget', { subject: { kind: 'connection', id: row.id } }, tx)
    return row
  })
  forgetRows()
  if (forgotten) await revokeAtGoto(forgotten)
}
