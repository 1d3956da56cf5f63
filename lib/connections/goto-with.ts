import { type GotoClient, type GotoClientOptions, gotoClient } from '#lib/goto/client.ts'
import { freshToken } from './fresh-token.ts'

export type GotoUse = Pick<GotoClientOptions, 'lane' | 'beforeEach'>

/** A GoTo client that uses a grant. */
export function gotoWith(connectionId: string, options: GotoUse): GotoClient {
  return gotoOn((rejected) => freshToken(connectionId, rejected), { ...options, credentials: `grant ${options.lane}` })
}

/**
 * A GoTo client on renewable tokens. Every call remembers the token it was given, so that when GoTo rejects the token
 * of many calls at once, one refreshes and the others use what it got.
 */
export function gotoOn(
  tokenInPlaceOf: (rejected: string | null) => Promise<string>,
  options: GotoUse & { credentials: string },
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
