import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { State } from './state.ts'

type Claims = { meetingId: string; organizerKey: string }

/**
 * The secret in a host address: like the vendor's, it looks like a JWT and opens the meeting for its holder
 * (goto-api.md 5.4).
 */
export function hostToken(state: State, claims: Claims): string {
  const header = encode({ alg: 'HS256', typ: 'JWT' })
  const payload = encode({ ...claims, nonce: randomBytes(9).toString('base64url') })
  return `${header}.${payload}.${sign(state, `${header}.${payload}`)}`
}

export function readHostToken(state: State, token: string): Claims | null {
  const [header = '', payload = '', signature = ''] = token.split('.')
  const [given, right] = [Buffer.from(signature), Buffer.from(sign(state, `${header}.${payload}`))]
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null
  return JSON.parse(Buffer.from(payload, 'base64url').toString()) as Claims
}

function sign(state: State, text: string): string {
  const known = state.meta.get('hostSecret')
  const secret = typeof known === 'string' ? known : randomBytes(32).toString('base64url')
  if (known === undefined) state.meta.set('hostSecret', secret)
  return createHmac('sha256', secret).update(text).digest('base64url')
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}
