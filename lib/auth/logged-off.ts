import { expiredSessionCookie } from './cookies.ts'

/**
 * The answer to a log off. A browser that logged itself off forgets what it kept of this person: pages and storage. How
 * the person likes Foyer is kept with the person and comes back at the next sign-in. Of the cookies only ours goes:
 * `"cookies"` would empty the whole registered domain, and sign people out of every other site of the intranet.
 */
export function loggedOff({ isCurrent }: { isCurrent: boolean }): Response {
  const response = new Response(null, { status: 204 })
  if (isCurrent) {
    response.headers.set('set-cookie', expiredSessionCookie())
    response.headers.set('clear-site-data', '"cache", "storage"')
  }
  return response
}
