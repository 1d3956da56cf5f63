import { now } from '#lib/clock.ts'
import { db, pool } from '#lib/db/client.ts'
import { AppError } from '#lib/errors.ts'
import type { GotoToken } from '#lib/goto/oauth.ts'
import { openToken, sealToken } from './secrets.ts'
import { sentences } from './sentences.ts'

/** A usable grant as stored now. `version` counts its tokens: every write names the version it started from. */
export type Grant = {
  id: string
  version: number
  accessToken: string
  accessExpiresAt: Date
  refreshToken: string | null
}

/** @throws AppError `not_connected` when the grant was revoked or forgotten. */
export async function readGrant(id: string): Promise<Grant> {
  const row = await db().connection.findUnique({ where: { id } })
  if (row?.status !== 'active') throw notConnected()
  return {
    id,
    version: row.version,
    accessToken: openToken(id, 'access_token', row.accessToken),
    accessExpiresAt: row.accessExpiresAt,
    refreshToken: row.refreshToken && openToken(id, 'refresh_token', row.refreshToken),
  }
}

/**
 * Writes what a refresh brought; the old refresh token stays when no new one came. A grant that another process has
 * since marked revoked is alive again: that process asked with the token this refresh used up.
 * @returns false when the grant has since been renewed or forgotten.
 */
export async function writeTokens({ id, version }: Grant, token: GotoToken): Promise<boolean> {
  const written = await pool().query(
    `UPDATE connection SET access_token = $3, access_expires_at = $4, refresh_token = coalesce($5, refresh_token),
       version = version + 1, status = 'active', revoked_at = NULL, revoked_because = NULL, last_failure_at = NULL
     WHERE id = $1 AND version = $2`,
    [
      id,
      version,
      sealToken(id, 'access_token', token.accessToken),
      accessEnd(token),
      token.refreshToken && sealToken(id, 'refresh_token', token.refreshToken),
    ],
  )
  return written.rowCount === 1
}

/** Whether its person has disconnected. */
export async function isForgotten(id: string): Promise<boolean> {
  return (await db().connection.count({ where: { id } })) === 0
}

/** Notes that GoTo refuses this grant, unless its tokens have changed since: the refusal is then of older ones. */
export async function revokeGrant({ id, version }: Grant, because: string): Promise<void> {
  await db().connection.updateMany({
    where: { id, version, status: 'active' },
    data: { status: 'revoked', revokedAt: now(), revokedBecause: because, lastFailureAt: now() },
  })
}

export function accessEnd(token: GotoToken): Date {
  return new Date(now().getTime() + token.expiresInSeconds * 1000)
}

export function notConnected(cause?: unknown): AppError {
  return new AppError('not_connected', sentences.notConnected, {
    cause,
  })
}
