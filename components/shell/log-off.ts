import { showToast } from '#components/ui/toast-store.ts'
import { endAllSessions, endSession } from '#lib/auth/calls.ts'
import { isProblem } from '#lib/http/problem.ts'
import { forgetDrafts } from './kept-draft.ts'
import { noteLoggingOff } from './logging-off.ts'

/** Ends this session, or all of mine, and leaves nothing of it on the screen. */
export async function logOff(where: 'here' | 'everywhere'): Promise<void> {
  noteLoggingOff(true)
  try {
    await (where === 'here' ? endSession('current') : endAllSessions())
    leave(where === 'here' ? '/sign-in' : '/sign-in?ended=everywhere')
  } catch (error) {
    // It was over already, here and nowhere else.
    if (isProblem(error, 'unauthenticated')) return leave('/sign-in?ended=1')
    noteLoggingOff(false)
    showToast({ tone: 'trouble', text: 'Couldn’t reach Foyer, so you’re still signed in. Try again.' })
  }
}

function leave(address: string): void {
  forgetDrafts()
  window.location.replace(address)
}
