import { now } from '#lib/clock.ts'
import { AppError } from '#lib/errors.ts'
import type { Lane } from '#lib/goto/budget-rule.ts'
import type { GotoClient } from '#lib/goto/client.ts'
import { identifyGoto } from '#lib/goto/identify.ts'
import { exchangePersonalToken } from '#lib/goto/oauth.ts'
import { gotoOn } from './goto-with.ts'
import { sentences } from './sentences.ts'

/**
 * GoTo with the personal access token from the settings, if it belongs to this account: else each call throws
 * `not_connected`. Its access tokens live in memory only: there is nothing to lose.
 */
export function gotoWithPersonalToken(options: { pat: string; accountKey: string; lane: Lane }): GotoClient {
  const { pat, accountKey, lane } = options
  return gotoOn(
    async (rejected) => {
      const { accessToken, accountKeys, isUnknown } = await renewed(pat, rejected, lane)
      if (accountKeys.includes(accountKey)) return accessToken
      throw new AppError('not_connected', isUnknown ? sentences.personalTokenUnknown : sentences.personalTokenForeign)
    },
    { lane, credentials: `personal ${lane}` },
  )
}

type Held = { pat: string; accessToken: string; endsAt: number; accountKeys: string[]; isUnknown: boolean }
let held: Promise<Held> | null = null

/** The held token while it is good. However many wait for a new one, the first asks and the others share it. */
async function renewed(pat: string, rejected: string | null, lane: Lane): Promise<Held> {
  const before = held
  const known = await before?.catch(() => null)
  const isUsable =
    known && known.pat === pat && known.accessToken !== rejected && known.endsAt > now().getTime() + 60_000
  if (isUsable) return known
  // No await between the check and taking the place.
  const asked = held === null || held === before ? exchange(pat, lane) : held
  held = asked
  return asked
}

async function exchange(pat: string, lane: Lane): Promise<Held> {
  const result = await exchangePersonalToken(pat)
  if (result.kind === 'refused') {
    throw new AppError('not_connected', sentences.personalTokenRefused)
  }
  const { accessToken, expiresInSeconds } = result.token
  const known = { accountKey: result.token.accountKey }
  const identity = await identifyGoto(accessToken, { lane, credentials: `personal ${lane}` }, known)
  return {
    pat,
    accessToken,
    endsAt: now().getTime() + expiresInSeconds * 1000,
    accountKeys: identity.accounts.map(({ accountKey }) => accountKey),
    isUnknown: identity.accountAdvice !== null,
  }
}
