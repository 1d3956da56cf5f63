import { recordAudit } from '#lib/audit/record-audit.ts'
import type { Actor } from '#lib/auth/actor.ts'
import { authorize } from '#lib/auth/policy.ts'
import { forgetRows } from '#lib/auth/row-cache.ts'
import { db, inTransaction } from '#lib/db/client.ts'
import { toAppError } from '#lib/errors.ts'
import { identifyWith } from '#lib/goto/identify.ts'
import { log } from '#lib/log.ts'
import { pinnedAccount } from '#lib/settings/pinned-account.ts'
import { gotoWith } from './goto-with.ts'
import { hasAdminRole } from './has-admin-role.ts'

/**
 * Rechecks everybody who is an administrator here through a role at GoTo, because GoTo does not announce when it takes
 * one away. Those who lost it are no longer administrators here and lend nothing. When GoTo cannot be reached or does
 * not say, nothing changes.
 */
export async function checkRoles(actor: Actor): Promise<{ lost: number }> {
  authorize(actor, 'sync.run')
  const accountKey = await pinnedAccount()
  if (accountKey === null) return { lost: 0 }
  const where = { accountKey, isAdministrator: true, status: 'active', person: { disabledAt: null } }
  let lost = 0
  for (const { id, grantedAt } of await db().connection.findMany({ where, select: { id: true, grantedAt: true } })) {
    if (!(await hasLostRole(id, accountKey))) continue
    await inTransaction(async (tx) => {
      // Not if they have reconnected: that is newer than our answer.
      const data = { isAdministrator: false, lentAt: null }
      const { count } = await tx.connection.updateMany({ where: { id, grantedAt }, data })
      if (count === 0) return
      lost += 1
      await recordAudit(actor, 'connection.role-lost', { subject: { kind: 'connection', id } }, tx)
    })
  }
  if (lost > 0) forgetRows()
  return { lost }
}

async function hasLostRole(connectionId: string, accountKey: string): Promise<boolean> {
  try {
    const isAdministrator = hasAdminRole(await identifyWith(gotoWith(connectionId, { lane: 'background' })), accountKey)
    if (isAdministrator === null) log.info({ connectionId }, 'GoTo does not say whether the role still exists')
    return isAdministrator === false
  } catch (error) {
    log.info({ connectionId, code: toAppError(error).code }, 'role not checked')
    return false
  }
}
