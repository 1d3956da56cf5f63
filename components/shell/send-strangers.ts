import { isProblem } from '#lib/http/problem.ts'
import { forgetDrafts } from './kept-draft.ts'
import { isLoggingOff } from './logging-off.ts'

/** Whether this page has had an answer that only signed-in people get: then a refusal means that the session ended. */
let isSignedIn = false

export function noteSignedIn(): void {
  isSignedIn = true
}

/**
 * Sends people who are not, or no longer, signed in to sign-in, and back to the same place afterwards. Every query and
 * mutation does; what is neither hands its trouble to this, which says whether it was that.
 */
export function sendStrangersToSignIn(error: unknown): boolean {
  if (!isProblem(error, 'unauthenticated')) return false
  if (isLoggingOff()) return true
  forgetDrafts()
  const here = window.location.pathname + window.location.search
  const search = new URLSearchParams({ ...(here === '/' ? {} : { from: here }), ...(isSignedIn ? { ended: '1' } : {}) })
  window.location.replace(`/sign-in${search.size > 0 ? `?${search}` : ''}`)
  return true
}
