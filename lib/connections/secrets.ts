import { decrypt, encrypt } from '#lib/crypto.ts'

type Column = 'access_token' | 'refresh_token'

/** A token as stored: it decrypts only in its own row and column. */
export function sealToken(connectionId: string, column: Column, token: string): string {
  return encrypt(token, `connection:${connectionId}:${column}`)
}

export function openToken(connectionId: string, column: Column, sealed: string): string {
  return decrypt(sealed, `connection:${connectionId}:${column}`)
}
