import { revokeToken } from '#lib/goto/oauth.ts'
import { log } from '#lib/log.ts'
import { openToken } from './secrets.ts'

export type SealedTokens = { id: string; accessToken: string; refreshToken: string | null }

/**
 * Ends a forgotten grant at GoTo too (goto-api.md 17.1). Revoking the refresh token should end the grant; the access
 * token is revoked as well in case it does not. If GoTo does not answer, nobody has the tokens, and they expire.
 */
export async function revokeAtGoto({ id, accessToken, refreshToken }: SealedTokens): Promise<void> {
  try {
    await endTokens({
      accessToken: openToken(id, 'access_token', accessToken),
      refreshToken: refreshToken && openToken(id, 'refresh_token', refreshToken),
    })
  } catch (error) {
    // The key that sealed them is gone.
    log.warn(
      { err: error, connectionId: id },
      'the tokens of a forgotten grant cannot be read, so they are not ended at GoTo',
    )
  }
}

/** The same of tokens that were never stored. */
export async function endTokens({ accessToken, refreshToken }: { accessToken: string; refreshToken: string | null }) {
  await Promise.all([
    refreshToken && revokeToken(refreshToken, 'refresh_token'),
    revokeToken(accessToken, 'access_token'),
  ])
}
