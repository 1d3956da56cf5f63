import type { Lane } from '#lib/goto/budget-rule.ts'
import { type GotoClient, gotoClient } from '#lib/goto/client.ts'
import { freshToken } from './fresh-token.ts'

/** A client of GoTo on a grant. */
export function gotoWith(connectionId: string, { lane }: { lane: Lane }): GotoClient {
  return gotoOn((rejected) => freshToken(connectionId, rejected), { lane, credentials: `grant ${lane}` })
}

/**
 * A client of GoTo on tokens that can be renewed. Every call remembers the token it was given, so that of many calls
 * whose token GoTo calls bad at once, one refreshes and the others use what it got.
 */
export function gotoOn(
  tokenInPlaceOf: (rejected: string | null) => Promise<string>,
  options: { lane: Lane; credentials: string },
): GotoClient {
  return {
    async call(name, ...given) {
      let token: string | null = null
      async function next(): Promise<string> {
        token = await tokenInPlaceOf(token)
        return token
      }
      return gotoClient({ ...options, accessToken: next, onInvalidToken: next }).call(name, ...given)
    },
  }
}
