import { recordAudit } from '#lib/audit/record-audit.ts'
import type { Actor } from '#lib/auth/actor.ts'
import { authorize, can } from '#lib/auth/policy.ts'
import { now } from '#lib/clock.ts'
import { sha256 } from '#lib/crypto.ts'
import { inTransaction, type Tx } from '#lib/db/client.ts'
import { AppError } from '#lib/errors.ts'
import { dayMs } from '#lib/time/day.ts'
import { type ApiTokenDraft, type CreatedApiToken, longestDays, longestMs } from './schema.ts'
import { sentences } from './sentences.ts'
import { newTokenText, startOf } from './token-text.ts'

/** More than anybody runs programs; a stolen session must not collect tokens that outlive it. */
export const mostTokens = 20
/** With those revoked again: nobody needs more, and who creates and revokes all day would fill the list and the log. */
export const mostADay = 60

/**
 * Creates a token with its maker's rights, cut down to its scopes. The answer is the only time it is shown: the row has
 * only its hash. @throws AppError `invalid` with fields; `forbidden` for a service's; `conflict` when there are too many;
 * `rate_limited` when too many were created today
 */
export async function createToken(actor: Actor, draft: ApiTokenDraft): Promise<CreatedApiToken> {
  const me = authorize(actor, 'token.own')
  const { name, scopes, actsAs = 'me' } = draft
  if (actsAs === 'service' && !can(me, 'token.manage')) throw new AppError('forbidden', sentences.onlyAdministrators)
  const at = now()
  const expiresAt = readExpiry(draft.expiresAt, at)
  const token = newTokenText()
  const id = await inTransaction(async (tx) => {
    await refuseMore(tx, me.personId, at)
    const row = await tx.apiToken.create({
      data: {
        tokenHash: sha256(token),
        name,
        start: startOf(token),
        scopes,
        actsAs,
        makerId: me.personId,
        createdAt: at,
        expiresAt,
      },
    })
    const details = { name, scopes, actsAs, expiresAt: expiresAt.toISOString() }
    await recordAudit(me, 'token.create', { subject: { kind: 'token', id: row.id }, details }, tx)
    return row.id
  })
  return { id, token }
}

function readExpiry(text: string, at: Date): Date {
  const expiresAt = new Date(text)
  if (expiresAt <= at) throw wrongExpiry(sentences.expiresInPast)
  if (expiresAt.getTime() - at.getTime() > longestMs) throw wrongExpiry(sentences.expiresTooLate(longestDays))
  return expiresAt
}

function wrongExpiry(sentence: string): AppError {
  return new AppError('invalid', sentence, { fields: { expiresAt: sentence } })
}

async function refuseMore(tx: Tx, makerId: string, at: Date): Promise<void> {
  // Two at once would both be the last allowed.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`foyer tokens ${makerId}`}))`
  const count = await tx.apiToken.count({ where: { makerId, revokedAt: null, expiresAt: { gt: at } } })
  if (count >= mostTokens) throw new AppError('conflict', sentences.tooMany(mostTokens))
  const today = { makerId, createdAt: { gt: new Date(at.getTime() - dayMs) } }
  const [first] = await tx.apiToken.findMany({
    where: today,
    orderBy: { createdAt: 'desc' },
    skip: mostADay - 1,
    take: 1,
  })
  if (!first) return
  const retryAfterSeconds = Math.ceil((first.createdAt.getTime() + dayMs - at.getTime()) / 1000)
  throw new AppError('rate_limited', sentences.tooManyToday(mostADay), { retryAfterSeconds })
}
