import { expiredSessionCookie } from './cookies.ts'

/**
 * The answer to logging off. A browser that logged itself off forgets what it kept of this person: pages and storage. A
 * person's preferences are stored with the person and return at the next sign-in. Only our own cookie goes:
 * `"cookies"` would empty the whole registered domain, and sign people out of every other intranet site.
 */
export function loggedOff({ isCurrent }: { isCurrent: boolean }): Response {
  const response = new Response(null, { status: 204 })
  if (isCurrent) {
    response.headers.set('set-cookie', expiredSessionCookie())
    response.headers.set('clear-site-data', '"cache", "storage"')
  }
  return response
}
