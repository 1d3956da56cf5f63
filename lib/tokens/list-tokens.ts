import type { Actor } from '#lib/auth/actor.ts'
import { authorize } from '#lib/auth/policy.ts'
import { type StandingRow, standingColumns, standingOf } from '#lib/auth/standing-rows.ts'
import { now } from '#lib/clock.ts'
import { pool } from '#lib/db/client.ts'
import { env } from '#lib/env.ts'
import { dayMs } from '#lib/time/day.ts'
import type { ApiToken, ApiTokenFilter, ApiTokenList } from './schema.ts'
import { scopes } from './sentences.ts'

/** Why a program stopped working is asked soon; the audit log keeps what was longer ago. */
const endedDays = 30

/** Far more than a company's programs; a longer list would be read by nobody. */
export const mostListed = 1_000

/**
 * Tokens that work and those that ended lately, the working ones first, the newest first of each. `hasMore`: there are
 * further ones.
 */
export async function listTokens(actor: Actor, { all }: ApiTokenFilter): Promise<ApiTokenList> {
  const me = authorize(actor, all ? 'token.manage' : 'token.own')
  const at = now()
  const rows = await readRows(all ? null : me.personId, at)
  const items = rows.slice(0, mostListed).map((row) => view(row, me.personId, at))
  return { items, hasMore: rows.length > mostListed }
}

type Row = StandingRow & {
  id: string
  name: string
  start: string
  scopes: string[]
  actsAs: 'me' | 'service'
  makerId: string
  makerName: string
  createdAt: Date
  expiresAt: Date
  lastUsedAt: Date | null
  lastUsedFrom: string
  revokedAt: Date | null
  disabledAt: Date | null
}

async function readRows(makerId: string | null, at: Date): Promise<Row[]> {
  const endedAfter = new Date(at.getTime() - endedDays * dayMs)
  const { rows } = await pool().query<Row>(
    `SELECT t.id, t.name, t.start, t.scopes, t.acts_as AS "actsAs", t.maker_id AS "makerId", p.name AS "makerName",
       t.created_at AS "createdAt", t.expires_at AS "expiresAt", t.last_used_at AS "lastUsedAt",
       t.last_used_from AS "lastUsedFrom", t.revoked_at AS "revokedAt", p.disabled_at AS "disabledAt", ${standingColumns}
     FROM api_token t JOIN person p ON p.id = t.maker_id
     WHERE ($1::uuid IS NULL OR t.maker_id = $1) AND least(t.expires_at, t.revoked_at) > $3
     ORDER BY least(t.expires_at, t.revoked_at) <= $4, t.created_at DESC, t.id DESC
     LIMIT $5`,
    [makerId, env().gotoAccountKey, endedAfter, at, mostListed + 1],
  )
  return rows
}

function view(row: Row, me: string, at: Date): ApiToken {
  return {
    id: row.id,
    name: row.name,
    start: row.start,
    scopes: scopes.filter((scope) => row.scopes.includes(scope)),
    actsAs: row.actsAs,
    madeBy: { personId: row.makerId, name: row.makerName },
    isMine: row.makerId === me,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    lastUsedFrom: row.lastUsedFrom || null,
    state: stateOf(row, at),
    revokedAt: row.revokedAt?.toISOString() ?? null,
  }
}

function stateOf(row: Row, at: Date): ApiToken['state'] {
  if (row.revokedAt !== null) return 'revoked'
  if (row.expiresAt <= at) return 'expired'
  const isPaused = row.disabledAt !== null || (row.actsAs === 'service' && !standingOf(row).isAdministrator)
  return isPaused ? 'paused' : 'active'
}
