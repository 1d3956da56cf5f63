import { showToast } from '#components/ui/toast-store.ts'
import { goConnect } from './go-connect.ts'
import { sendStrangersToSignIn } from './send-strangers.ts'

/** Connects GoTo and comes back to this page, or to another one. Beside the press is no room: a toast says what failed. */
export function leaveToConnect(returnTo?: string): void {
  goConnect(returnTo).catch((error: unknown) => {
    if (sendStrangersToSignIn(error)) return
    showToast({
      tone: 'trouble',
      text: `Couldn’t leave for GoTo. ${error instanceof Error ? error.message : ''}`,
      actions: [{ label: 'Try again', run: () => leaveToConnect(returnTo) }],
    })
  })
}
