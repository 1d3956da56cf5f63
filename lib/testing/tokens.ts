import { now } from '#lib/clock.ts'
import { dayMs } from '#lib/time/day.ts'
import type { ApiTokenDraft } from '#lib/tokens/schema.ts'
import type { Scope } from '#lib/tokens/sentences.ts'

/** What somebody asks for in a test about something else: a token for thirty days. */
export function tokenDraft(scopes: Scope[], more: Partial<ApiTokenDraft> = {}): ApiTokenDraft {
  return { name: 'Nightly', scopes, expiresAt: new Date(now().getTime() + 30 * dayMs).toISOString(), ...more }
}
