import { env } from '#lib/env.ts'

/**
 * The one session cookie. `__Host-` makes the browser itself refuse it without Secure, with a Domain or on another
 * path. On plain http its name has the port, because cookies ignore ports and two portals on one machine must not
 * sign each other out.
 */
export function sessionCookieName(): string {
  return isSecure() ? '__Host-foyer' : `foyer-${port()}`
}

/**
 * Cookies for one sign-in only. Names must not begin with the session cookie's: next-auth takes those for parts of it.
 */
export function ceremonyCookieName(purpose: 'csrf' | 'return' | 'pkce' | 'state' | 'nonce'): string {
  return isSecure() ? `__Host-signin-${purpose}` : `signin-${purpose}-${port()}`
}

export function cookieOptions() {
  return { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure() } as const
}

/** A `Set-Cookie` that removes the session cookie. */
export function expiredSessionCookie(): string {
  return `${sessionCookieName()}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0${isSecure() ? '; Secure' : ''}`
}

/**
 * The cookies of a `Cookie` header. Of two with the same name the first wins, because browsers send the most specific
 * first.
 */
export function readCookies(header: string | null | undefined): Record<string, string> {
  const cookies: Record<string, string> = {}
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=')
    if (at < 0) continue
    const name = pair.slice(0, at).trim()
    cookies[name] ??= decode(pair.slice(at + 1).trim())
  }
  return cookies
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}

function isSecure(): boolean {
  return env().appUrl.startsWith('https:')
}

function port(): string {
  return new URL(env().appUrl).port || '80'
}
