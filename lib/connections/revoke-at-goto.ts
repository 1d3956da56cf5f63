import { revokeToken } from '#lib/goto/oauth.ts'
import { log } from '#lib/log.ts'
import { openToken } from './secrets.ts'

export type SealedTokens = { id: string; accessToken: string; refreshToken: string | null }

/**
 * Ends a forgotten grant at GoTo too (goto-api.md 17.1). The refresh token takes the grant along; the access token is
 * ended beside it, in case it does not. When GoTo does not answer, nobody has the tokens any more, and they run out.
 */
export async function revokeAtGoto({ id, accessToken, refreshToken }: SealedTokens): Promise<void> {
  try {
    await endTokens({
      accessToken: openToken(id, 'access_token', accessToken),
      refreshToken: refreshToken && openToken(id, 'refresh_token', refreshToken),
    })
  } catch (error) {
    // The key that sealed them is gone.
    log.warn({ err: error, connectionId: id }, 'the tokens of a forgotten grant cannot be read, nor ended at GoTo')
  }
}

/** The same of tokens that were never stored. */
export async function endTokens({ accessToken, refreshToken }: { accessToken: string; refreshToken: string | null }) {
  await Promise.all([
    refreshToken && revokeToken(refreshToken, 'refresh_token'),
    revokeToken(accessToken, 'access_token'),
  ])
}
