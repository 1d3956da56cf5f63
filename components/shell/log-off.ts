import { showToast } from '#components/ui/toast-store.ts'
import { endAllSessions, endSession } from '#lib/auth/queries.ts'

let isLeaving = false

/** While this page logs itself off it goes to sign in by itself: a refusal meanwhile is no news. */
export function isLoggingOff(): boolean {
  return isLeaving
}

/** Ends this session, or every one of mine, and leaves nothing of it on the screen. */
export async function logOff(where: 'here' | 'everywhere'): Promise<void> {
  isLeaving = true
  try {
    await (where === 'here' ? endSession('current') : endAllSessions())
    window.location.replace(where === 'here' ? '/sign-in' : '/sign-in?ended=everywhere')
  } catch {
    isLeaving = false
    showToast({ tone: 'trouble', text: 'You are still signed in: Foyer could not be reached. Try again.' })
  }
}
