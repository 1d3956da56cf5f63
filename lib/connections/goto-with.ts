import { type AppError, toAppError } from '#lib/errors.ts'
import { type GotoClient, type GotoClientOptions, gotoClient } from '#lib/goto/client.ts'
import { freshToken } from './fresh-token.ts'
import { judgeGrant } from './judge-grant.ts'

export type GotoUse = Pick<GotoClientOptions, 'lane' | 'beforeEach'>

/** A GoTo client that uses a grant. One whose renewed token GoTo refuses as well has ended. */
export function gotoWith(connectionId: string, options: GotoUse): GotoClient {
  return gotoOn((rejected) => freshToken(connectionId, rejected), {
    ...options,
    credentials: `grant ${options.lane}`,
    onRefused: (token) => judgeGrant(connectionId, token, options.lane),
  })
}

type Renewable = GotoUse & {
  credentials: string
  /** Told of a renewed token that GoTo refuses too. Answers with a better word than that refusal, if it has one. */
  onRefused?: (token: string) => Promise<AppError | null>
}

/**
 * A GoTo client on renewable tokens. Every call remembers the token it was given, so that when GoTo rejects the token
 * of many calls at once, one refreshes and the others use what it got.
 */
export function gotoOn(
  tokenInPlaceOf: (rejected: string | null) => Promise<string>,
  { onRefused, ...options }: Renewable,
): GotoClient {
  return {
    async call(name, ...given) {
      let token: string | null = null
      let renewed: string | null = null
      async function next(): Promise<string> {
        token = await tokenInPlaceOf(token)
        return token
      }
      async function renew(): Promise<string> {
        renewed = null
        renewed = await next()
        return renewed
      }
      try {
        return await gotoClient({ ...options, accessToken: next, onInvalidToken: renew }).call(name, ...given)
      } catch (error) {
        const { code, isUncertain } = toAppError(error)
        if (renewed === null || code !== 'not_connected') throw error
        const better = await onRefused?.(renewed)
        // An earlier try may have arrived, which counts for more.
        throw better && !isUncertain ? better : error
      }
    },
  }
}
