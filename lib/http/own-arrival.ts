type RequestHeaders = { get(name: string): string | null }

/**
 * Whether somebody opened this document from Foyer itself, or from the address bar, a bookmark or a mail program. Another
 * site can send a browser anywhere, and what a person commits to needs a press of their own: so where nobody can tell, no.
 */
export function isOwnArrival(headers: RequestHeaders, ourOrigin: string): boolean {
  // A browser that only guesses where somebody will go next.
  if (headers.get('sec-purpose') !== null) return false
  const site = headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin' || site === 'none'
  // Over plain http browsers name no site, and a page that wants to hide says no referrer either.
  const referrer = headers.get('referer') ?? ''
  return URL.canParse(referrer) && new URL(referrer).origin === ourOrigin
}
