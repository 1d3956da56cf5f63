import { recordAudit } from '#lib/audit/record-audit.ts'
import { AppError, toAppError } from '#lib/errors.ts'
import type { Lane } from '#lib/goto/budget-rule.ts'
import { gotoClient } from '#lib/goto/client.ts'
import { log } from '#lib/log.ts'
import { readGrant, revokeGrant } from './grant-rows.ts'
import { sentences } from './sentences.ts'

/**
 * What a refused token says about its grant, after renewing did not help. The identity API answers any valid token
 * (goto-api.md 3.4): if it refuses this one as well, the grant has ended; if it answers, only that call was refused. When
 * it can't be asked, the grant stays as it is.
 * @returns what to say instead when the grant is good
 */
export async function judgeGrant(connectionId: string, token: string, lane: Lane): Promise<AppError | null> {
  const verdict = await ask(token, lane)
  if (verdict === 'good') return new AppError('forbidden', sentences.onlyThisRefused)
  if (verdict === 'refused') await endGrant(connectionId, token)
  return null
}

async function endGrant(connectionId: string, token: string): Promise<void> {
  const grant = await readGrant(connectionId)
  // Renewed or reconnected since: the refusal is of an older token.
  if (grant.accessToken !== token) return
  await revokeGrant(grant, 'token_refused')
  const subject = { kind: 'connection', id: connectionId }
  await recordAudit({ kind: 'system', job: 'refresh' }, 'connection.refused', { subject, outcome: 'failed' })
  log.warn({ connectionId }, 'GoTo refuses the renewed token of this grant; the person must reconnect')
}

async function ask(token: string, lane: Lane): Promise<'good' | 'refused' | 'unknown'> {
  try {
    await gotoClient({ accessToken: async () => token, lane, credentials: `grant ${lane}` }).call('getIdentityMe')
    return 'good'
  } catch (error) {
    return toAppError(error).code === 'not_connected' ? 'refused' : 'unknown'
  }
}
