import { v7 as uuid } from 'uuid'
import { recordAudit } from '#lib/audit/record-audit.ts'
import { now } from '#lib/clock.ts'
import type { Tx } from '#lib/db/client.ts'
import { emit } from '#lib/events/emit.ts'
import type { GotoToken } from '#lib/goto/oauth.ts'
import { dayMs } from '#lib/time/day.ts'
import { accessEnd } from './grant-rows.ts'
import { sealToken } from './secrets.ts'

export type NewGrant = {
  personId: string
  accountKey: string
  organizerKey: string
  email: string
  /** Holds an administrator role in the pinned account; null when GoTo did not say. */
  isAdministrator: boolean | null
  token: GotoToken
}

/** GoTo asks for consent again after 30 days (goto-api.md 3.5). */
const grantMs = 30 * dayMs

/**
 * Stores the grant from a sign-in at GoTo in place of the person's earlier one. It stays lent if it was, and where
 * GoTo did not say whether there is a role, the same GoTo account keeps the one it had.
 */
export async function keepGrant(tx: Tx, grant: NewGrant): Promise<void> {
  const { personId, token, ...facts } = grant
  const earlier = await tx.connection.findUnique({ where: { personId } })
  const id = earlier?.id ?? uuid()
  const isSame = earlier?.accountKey === facts.accountKey && earlier.organizerKey === facts.organizerKey
  const isAdministrator = facts.isAdministrator ?? (isSame && earlier.isAdministrator)
  const data = {
    ...facts,
    isAdministrator,
    scope: token.scope,
    accessToken: sealToken(id, 'access_token', token.accessToken),
    accessExpiresAt: accessEnd(token),
    refreshToken: token.refreshToken && sealToken(id, 'refresh_token', token.refreshToken),
    grantedAt: now(),
    grantEndsAt: new Date(now().getTime() + grantMs),
    status: 'active',
    revokedAt: null,
    revokedBecause: null,
    lastFailureAt: null,
    lentAt: earlier && isAdministrator ? earlier.lentAt : null,
  }
  if (earlier) await tx.connection.update({ where: { id }, data: { ...data, version: { increment: 1 } } })
  else await tx.connection.create({ data: { id, personId, ...data } })
  const was = earlier && { isAdministrator: earlier.isAdministrator }
  await recordAudit(
    { kind: 'user', personId },
    'connection.keep',
    { subject: { kind: 'connection', id }, details: { was, isAdministrator } },
    tx,
  )
  await emit(tx, { kind: 'grant.kept', key: personId, payload: { personId, isLent: data.lentAt !== null } })
}
