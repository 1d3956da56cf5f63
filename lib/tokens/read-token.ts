import type { TokenActor } from '#lib/auth/actor.ts'
import { standingOf } from '#lib/auth/standing-rows.ts'
import { now } from '#lib/clock.ts'
import { sha256 } from '#lib/crypto.ts'
import { notForServices, type Scope, scopes, sentences } from './sentences.ts'
import { type TokenRow, tokenRows } from './token-rows.ts'
import { isTokenText } from './token-text.ts'

/** Who a token is, or the sentence that says why it is nobody, and of one that Foyer made which and why. */
export type TokenReading = { actor: TokenActor } | { refusal: string; known?: { tokenId: string; because: Because } }
type Because = 'revoked' | 'expired' | 'disabled' | 'notAdministrator'

export async function readToken(text: string): Promise<TokenReading> {
  const row = isTokenText(text) ? await tokenRows.find(sha256(text)) : null
  if (!row) return { refusal: sentences.unknown }
  const { isAdministrator, ...own } = standingOf(row)
  const because = whyNot(row, isAdministrator)
  if (because !== null) return { refusal: refusalOf(row, because), known: { tokenId: row.id, because } }
  const actor = { kind: 'token', tokenId: row.id } as const
  const given = scopes.filter((scope) => row.scopes.includes(scope))
  if (row.actsAs === 'me') return { actor: { ...actor, personId: row.makerId, scopes: given, isAdministrator, ...own } }
  return { actor: { ...actor, personId: row.id, scopes: forService(given), isAdministrator, ...nothingOwn } }
}

/** One that this process hasn't looked up before may be invented, and each such look-up is a query. */
export function isUnknownToken(text: string): boolean {
  return isTokenText(text) && !tokenRows.isKnown(sha256(text))
}

function whyNot(row: TokenRow, isAdministrator: boolean): Because | null {
  if (row.revokedAt !== null) return 'revoked'
  if (row.expiresAt <= now()) return 'expired'
  if (row.disabledAt !== null) return 'disabled'
  if (row.actsAs === 'service' && !isAdministrator) return 'notAdministrator'
  return null
}

/** Only whoever has the token learns it. */
function refusalOf({ expiresAt }: TokenRow, because: Because): string {
  return because === 'expired' ? sentences.expired(expiresAt.toISOString()) : sentences[because]
}

/** A service sees what its maker, an administrator, may see of the company, and has nothing of its own. */
const nothingOwn = { organizerIds: [], organizerKeys: [], groupIds: [], managedGroupIds: [] }

function forService(given: Scope[]): Scope[] {
  return given.filter((scope) => !notForServices.includes(scope))
}
