import { createHash } from 'node:crypto'
import { ceremonyCookieName, cookieOptions, readCookies } from './cookies.ts'
import { ceremonyMs } from './session-limits.ts'

/** More sign-ins at once are nobody's; each has a kilobyte of cookies, and a request's headers have an end. */
const mostAtOnce = 4

const ofOne = ['return', 'pkce', 'state', 'nonce'] as const

/**
 * Every sign-in has cookies of its own, so that two tabs can sign in at once: next-auth has one name for each. The key is
 * the state with which the browser goes to the provider and comes back; whether it is right, next-auth checks as ever.
 */
export function ceremonyKey(address: string | null): string | null {
  const state = URL.parse(address ?? '')?.searchParams.get('state')
  return state ? createHash('sha256').update(state).digest('base64url').slice(0, 12) : null
}

/**
 * What next-auth reads of a request's cookies, by its names for them. Without the session cookie: it would take every
 * cookie beginning with its name for a part of it.
 */
export function cookiesForNextAuth(request: Request, key: string | null): Record<string, string> {
  const cookies = readCookies(request.headers.get('cookie'))
  const named = [
    [ceremonyCookieName('csrf'), ceremonyCookieName('csrf')] as const,
    ...ofOne.map((purpose) => [ceremonyCookieName(purpose), keyed(purpose, key ?? '')] as const),
  ]
  return Object.fromEntries(
    named.flatMap(([name, ours]) => (cookies[ours] === undefined ? [] : [[name, cookies[ours]]])),
  )
}

/** Gives what next-auth sets the names of this sign-in; without one, nothing of it is set. */
export function keepForCeremony(headers: Headers, key: string | null): void {
  const set = headers.getSetCookie()
  headers.delete('set-cookie')
  for (const cookie of set) {
    const purpose = ofOne.find((one) => cookie.startsWith(`${ceremonyCookieName(one)}=`))
    if (!purpose) headers.append('set-cookie', cookie)
    else if (key) headers.append('set-cookie', cookie.replace(ceremonyCookieName(purpose), keyed(purpose, key)))
  }
}

/** Ends the sign-in that is over. */
export function forgetCeremony(headers: Headers, key: string): void {
  for (const purpose of ofOne) headers.append('set-cookie', expired(keyed(purpose, key)))
}

/** Ends the oldest of those that were begun and never ended, before another one begins. */
export function forgetOldest(headers: Headers, request: Request): void {
  const begun = Object.keys(readCookies(request.headers.get('cookie'))).flatMap((name) => {
    return name.startsWith(keyed('state', '')) ? [name.slice(keyed('state', '').length)] : []
  })
  // Browsers send first what was set first.
  for (const key of begun.slice(0, Math.max(0, begun.length - mostAtOnce + 1))) forgetCeremony(headers, key)
}

/** A cookie of one sign-in only. */
export function ceremonyCookieOptions() {
  return { ...cookieOptions(), maxAge: ceremonyMs / 1000 }
}

function keyed(purpose: (typeof ofOne)[number], key: string): string {
  return `${ceremonyCookieName(purpose)}.${key}`
}

function expired(name: string): string {
  return `${name}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0${cookieOptions().secure ? '; Secure' : ''}`
}
