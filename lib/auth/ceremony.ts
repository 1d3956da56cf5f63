import { AsyncLocalStorage } from 'node:async_hooks'
import type { GotoIdentity } from '#lib/goto/identify.ts'
import type { GotoToken } from '#lib/goto/oauth.ts'
import type { UserActor } from './actor.ts'
import { type SignInFailure, SignInRefused } from './sign-in-failure.ts'

/** What a provider proved about the person signing in. */
export type Proof =
  | { via: 'goto'; identity: GotoIdentity; token: GotoToken }
  | { via: 'company'; issuer: string; subject: string; name: string; email: string | null; emailVerified: boolean }

/** Who signed in with a proof, and the sign-in method that their session records. */
export type Entered = { personId: string; via: 'goto' | 'company' }

/** One request of a sign-in: who sent it, and how it went. next-auth passes neither on to its callbacks. */
export type Ceremony = {
  /** The session the browser already has; it ends with the new one. */
  actor: UserActor | null
  userAgent: string
  proof: Proof | null
  failure: SignInFailure | null
}

const ceremonies = new AsyncLocalStorage<Ceremony>()

export function inCeremony<T>(ceremony: Ceremony, fn: () => Promise<T>): Promise<T> {
  return ceremonies.run(ceremony, fn)
}

export function currentCeremony(): Ceremony {
  const ceremony = ceremonies.getStore()
  if (!ceremony) throw new Error('A sign-in callback ran outside a sign-in.')
  return ceremony
}

/** Notes why the sign-in failed, first reason only: later ones follow from it. */
export function noteFailure(error: unknown): void {
  const ceremony = ceremonies.getStore()
  if (ceremony) ceremony.failure ??= error instanceof SignInRefused ? error.failure : classify(error)
}

/** next-auth and openid-client have no codes for these: an error comes from the network or from the ceremony. */
function classify(error: unknown): SignInFailure {
  const { message = '', code } = (error ?? {}) as { message?: string; code?: unknown }
  if (message === 'access_denied') return 'access_denied'
  const isOutage =
    (typeof code === 'string' && /^(E[A-Z]+|UND_ERR_\w+|CERT_\w+|DEPTH_\w+|SELF_SIGNED_\w+|UNABLE_\w+)$/.test(code)) ||
    /timed out|expected 200|ECONN|ENOTFOUND|EAI_AGAIN|socket hang up|invalid_client|server_error|temporarily_unavailable/.test(
      message,
    )
  return isOutage ? 'unavailable' : 'state'
}
