import { prepareSignIn } from '#lib/auth/queries.ts'
import { intendConnection } from '#lib/connections/queries.ts'
import { submitSignIn } from './submit-sign-in.ts'

/**
 * Leaves for GoTo's consent and returns to one of our pages. The server first stores the intent: only with it may the
 * sign-in that follows link a grant to this person.
 */
export async function connectGoto(returnTo: string): Promise<void> {
  await intendConnection()
  const { csrfToken } = await prepareSignIn()
  submitSignIn('goto', csrfToken, returnTo)
}
