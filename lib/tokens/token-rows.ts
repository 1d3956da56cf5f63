import { rowCache } from '#lib/auth/row-cache.ts'
import { type StandingRow, standingColumns } from '#lib/auth/standing-rows.ts'
import { pool } from '#lib/db/client.ts'
import { env } from '#lib/env.ts'

/** A token with its maker's standing now, read in one round trip. */
export type TokenRow = StandingRow & {
  id: string
  makerId: string
  actsAs: 'me' | 'service'
  scopes: string[]
  expiresAt: Date
  revokedAt: Date | null
  disabledAt: Date | null
}

/** Tokens by hash, valid or not. */
export const tokenRows = rowCache<TokenRow>('api tokens', async (tokenHash) => {
  const { rows } = await pool().query<TokenRow>({
    name: 'api-token-by-hash',
    text: `
      SELECT t.id, t.maker_id AS "makerId", t.acts_as AS "actsAs", t.scopes, t.expires_at AS "expiresAt",
        t.revoked_at AS "revokedAt", p.disabled_at AS "disabledAt", ${standingColumns}
      FROM api_token t JOIN person p ON p.id = t.maker_id
      WHERE t.token_hash = $1`,
    values: [tokenHash, env().gotoAccountKey],
  })
  return rows[0] ?? null
})
