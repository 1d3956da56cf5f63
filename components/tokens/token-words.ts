import { formatDuration } from '#lib/time/format.ts'
import type { ApiToken } from '#lib/tokens/schema.ts'
import { offeredScopes, type Scope } from '#lib/tokens/sentences.ts'

const dayMs = 86_400_000
/** From here on it is high time to make the next one. */
const soonMs = 7 * dayMs

const words = new Map<string, string>(
  offeredScopes.flatMap(({ scopes }) => scopes.map(({ scope, name }) => [scope, name] as const)),
)

/** `See meetings, Find people`; what has no words yet by its own name. */
export function scopesText(scopes: readonly Scope[]): string {
  return scopes.map((scope) => words.get(scope) ?? scope).join(', ')
}

/** `3 min ago`, `just now` */
export function agoText(at: string, now: Date): string {
  const ms = now.getTime() - Date.parse(at)
  return ms < 60_000 ? 'just now' : `${formatDuration(ms - 59_999)} ago`
}

/** `Ends in 29 days`, `Expired 2 days ago`, `Revoked 5 min ago` */
export function endText({ expiresAt, revokedAt, state }: ApiToken, now: Date): string {
  if (revokedAt !== null) return `Revoked ${agoText(revokedAt, now)}`
  if (state === 'expired') return `Expired ${agoText(expiresAt, now)}`
  return `Ends in ${formatDuration(wholeDays(Date.parse(expiresAt) - now.getTime()))}`
}

/** One for 90 days says so also a minute later: the exact time stands beside it. */
function wholeDays(ms: number): number {
  return ms < 2 * dayMs ? ms : Math.round(ms / dayMs) * dayMs
}

/** When it ends or ended. */
export function endOf({ expiresAt, revokedAt }: ApiToken): string {
  return revokedAt ?? expiresAt
}

export function endsSoon({ expiresAt, state }: ApiToken, now: Date): boolean {
  return (state === 'active' || state === 'paused') && Date.parse(expiresAt) - now.getTime() < soonMs
}

export function isOver({ state }: ApiToken): boolean {
  return state === 'expired' || state === 'revoked'
}
