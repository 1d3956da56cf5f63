import { recordAudit } from '#lib/audit/record-audit.ts'
import { recordDenial } from '#lib/audit/record-denial.ts'
import { inTransaction, type Tx } from '#lib/db/client.ts'
import { Prisma } from '#lib/db/generated/client.ts'
import type { Ceremony, Entered, Proof } from './ceremony.ts'
import { createSession } from './create-session.ts'
import { draftsIdOf } from './drafts-key.ts'
import { revokeOldestSessions, revokeSession } from './end-session.ts'
import { enterByCompany } from './enter-by-company.ts'
import { enterByGoto } from './enter-by-goto.ts'
import { forgetRows } from './row-cache.ts'
import { SignInRefused } from './sign-in-failure.ts'

/**
 * Signs in the person the proof names, with a new session; the browser's earlier one ends. It all happens in one
 * transaction: somebody turned away leaves no row but the line in the audit log.
 * @returns the session's opaque id for the cookie. @throws SignInRefused
 */
export async function signIn(proof: Proof, { actor, userAgent }: Ceremony): Promise<string> {
  try {
    const token = await inTransactionAgain(async (tx) => {
      const { personId, via } = await enter(tx, proof, actor)
      await refuseDisabled(tx, personId)
      const draftsId = actor?.personId === personId ? await draftsIdOf(tx, actor.sessionId) : null
      if (actor) await revokeSession(tx, actor, 'signed in again')
      const session = await createSession(tx, { personId, via, userAgent, draftsId })
      await revokeOldestSessions(tx, personId)
      await recordAudit(
        { kind: 'user', personId },
        'sign-in',
        { subject: { kind: 'session', id: session.sessionId }, details: { via: proof.via } },
        tx,
      )
      return session.token
    })
    forgetRows()
    return token
  } catch (error) {
    if (error instanceof SignInRefused) await recordRefusal(proof.via, error)
    throw error
  }
}

/** Two sign-ins by one person at once may create the same row: on its second try, the later one finds it. */
async function inTransactionAgain<T>(fn: (tx: Tx) => Promise<T>): Promise<T> {
  for (let nth = 1; ; nth += 1) {
    try {
      return await inTransaction(fn)
    } catch (error) {
      const code = error instanceof Prisma.PrismaClientKnownRequestError ? error.code : ''
      if (nth === 3 || !['P2002', 'P2034'].includes(code)) throw error
    }
  }
}

async function enter(tx: Tx, proof: Proof, actor: Ceremony['actor']): Promise<Entered> {
  switch (proof.via) {
    case 'goto':
      return enterByGoto(tx, proof, actor)
    case 'company':
      return enterByCompany(tx, proof)
  }
}

async function refuseDisabled(tx: Tx, personId: string): Promise<void> {
  // Locked, disabled or not: a session must not slip in while an administrator is ending all of them.
  const [person] = await tx.$queryRaw<{ disabledAt: Date | null }[]>`
    SELECT disabled_at AS "disabledAt" FROM person WHERE id = ${personId}::uuid FOR SHARE`
  if (person?.disabledAt != null) throw new SignInRefused('disabled')
}

/** Records nothing about the stranger but the reason: they are not part of this company. */
function recordRefusal(via: Proof['via'], { failure }: SignInRefused): Promise<void> {
  return recordDenial('stranger', 'sign-in', { door: `${via} ${failure}`, details: { via, failure } })
}
