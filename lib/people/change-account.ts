import { recordAudit } from '#lib/audit/record-audit.ts'
import type { Actor } from '#lib/auth/actor.ts'
import { revokeAllSessions } from '#lib/auth/end-session.ts'
import { authorize } from '#lib/auth/policy.ts'
import { forgetRows } from '#lib/auth/row-cache.ts'
import { sentences as refused } from '#lib/auth/sentences.ts'
import { now } from '#lib/clock.ts'
import { inTransaction, type Tx } from '#lib/db/client.ts'
import { AppError, nothingHere } from '#lib/errors.ts'
import { canSignIn, select, viewAccount } from './list-accounts.ts'
import { lockPeople } from './remember-person.ts'
import type { Account, AccountDraft } from './schema.ts'

const ownAccount = 'You can’t disable yourself. Another administrator can.'

/**
 * Disables a person or enables them again. All sessions of somebody disabled end, here at once and in every other
 * process within half a second; they can no longer sign in, and their GoTo grant, which stays as it is, reads nothing.
 * Nobody disables themselves, so an administrator is always left.
 */
export async function changeAccount(actor: Actor, personId: string, { disabled }: AccountDraft): Promise<Account> {
  const me = authorize(actor, 'people.manage')
  const account = await inTransaction(async (tx) => {
    await lockPeople(tx)
    await refuseDisabled(tx, me.personId)
    const before = await tx.person.findFirst({ where: { id: personId, ...canSignIn }, select })
    if (!before) throw new AppError('not_found', nothingHere)
    if (disabled && before.id === me.personId) throw new AppError('conflict', ownAccount)
    if ((before.disabledAt !== null) === disabled) return viewAccount(before)
    const data = { disabledAt: disabled ? now() : null }
    const after = await tx.person.update({ where: { id: personId }, data, select })
    const ended = disabled ? await revokeAllSessions(tx, personId, 'disabled') : 0
    const facts = { subject: { kind: 'person', id: personId }, details: disabled ? { ended } : {} }
    await recordAudit(me, disabled ? 'person.disable' : 'person.enable', facts, tx)
    return viewAccount(after)
  })
  forgetRows()
  return account
}

/** Of two administrators who disable each other at once, the first does: the other's session is over by then. */
async function refuseDisabled(tx: Tx, personId: string): Promise<void> {
  const { disabledAt } = await tx.person.findUniqueOrThrow({ where: { id: personId }, select: { disabledAt: true } })
  if (disabledAt !== null) throw new AppError('unauthenticated', refused.sessionOver)
}
