import { pool } from '#lib/db/client.ts'
import { env } from '#lib/env.ts'
import { rowCache } from './row-cache.ts'
import { type StandingRow, standingColumns } from './standing-rows.ts'

/** A session with its person's standing, read in one round trip. */
export type SessionRow = StandingRow & {
  id: string
  personId: string
  via: 'goto' | 'company'
  name: string
  email: string | null
  lastSeenAt: Date
  idleEndsAt: Date
  endsAt: Date
  revokedAt: Date | null
  disabledAt: Date | null
}

/** Sessions by token hash, ended or not. */
export const sessionRows = rowCache<SessionRow>('sessions', async (tokenHash) => {
  const { rows } = await pool().query<SessionRow>({
    name: 'session-by-token',
    text: `
      SELECT s.id, s.person_id AS "personId", s.via, p.name, p.email, s.last_seen_at AS "lastSeenAt",
        s.idle_ends_at AS "idleEndsAt", s.ends_at AS "endsAt", s.revoked_at AS "revokedAt", p.disabled_at AS "disabledAt",
        ${standingColumns}
      FROM portal_session s JOIN person p ON p.id = s.person_id
      WHERE s.token_hash = $1`,
    values: [tokenHash, env().gotoAccountKey],
  })
  return rows[0] ?? null
})
