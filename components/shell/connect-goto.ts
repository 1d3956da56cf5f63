import { prepareSignIn } from '#lib/auth/queries.ts'
import { intendConnection } from '#lib/connections/calls.ts'
import { submitSignIn } from './submit-sign-in.ts'

/**
 * Leaves for GoTo's consent and returns to one of our pages, this one or another. The server first stores the intent: only
 * with it may the sign-in that follows link a grant to this person.
 */
export async function connectGoto(returnTo = window.location.pathname + window.location.search): Promise<void> {
  await intendConnection()
  const { csrfToken } = await prepareSignIn()
  submitSignIn('goto', csrfToken, withoutError(returnTo))
}

/** What went wrong the last time is over. */
function withoutError(returnTo: string): string {
  const { pathname, searchParams, hash } = new URL(returnTo, window.location.href)
  if (!searchParams.has('error')) return returnTo
  searchParams.delete('error')
  return `${pathname}${searchParams.size > 0 ? `?${searchParams}` : ''}${hash}`
}
