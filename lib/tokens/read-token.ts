import type { TokenActor } from '#lib/auth/actor.ts'
import { standingOf } from '#lib/auth/standing-rows.ts'
import { now } from '#lib/clock.ts'
import { sha256 } from '#lib/crypto.ts'
import { notForServices, type Scope, scopes, sentences } from './sentences.ts'
import { type TokenRow, tokenRows } from './token-rows.ts'
import { isTokenText } from './token-text.ts'

/** Who a token is, or the sentence that says why it is nobody. */
export type TokenReading = { actor: TokenActor } | { refusal: string }

export async function readToken(text: string): Promise<TokenReading> {
  const row = isTokenText(text) ? await tokenRows.find(sha256(text)) : null
  if (!row) return { refusal: sentences.unknown }
  const { isAdministrator, ...own } = standingOf(row)
  const refusal = whyNot(row, isAdministrator)
  if (refusal !== null) return { refusal }
  const actor = { kind: 'token', tokenId: row.id } as const
  const given = scopes.filter((scope) => row.scopes.includes(scope))
  if (row.actsAs === 'me') return { actor: { ...actor, personId: row.makerId, scopes: given, isAdministrator, ...own } }
  return { actor: { ...actor, personId: row.id, scopes: forService(given), isAdministrator, ...nothingOwn } }
}

/** One that this process hasn't looked up before may be invented, and each such look-up is a query. */
export function isUnknownToken(text: string): boolean {
  return isTokenText(text) && !tokenRows.isKnown(sha256(text))
}

/** Only whoever has the token learns it. */
function whyNot(row: TokenRow, isAdministrator: boolean): string | null {
  if (row.revokedAt !== null) return sentences.revoked
  if (row.expiresAt <= now()) return sentences.expired(row.expiresAt.toISOString())
  if (row.disabledAt !== null) return sentences.disabled
  if (row.actsAs === 'service' && !isAdministrator) return sentences.notAdministrator
  return null
}

/** A service sees what its maker, an administrator, may see of the company, and has nothing of its own. */
const nothingOwn = { organizerIds: [], organizerKeys: [], groupIds: [], managedGroupIds: [] }

function forService(given: Scope[]): Scope[] {
  return given.filter((scope) => !notForServices.includes(scope))
}
