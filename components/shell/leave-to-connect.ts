import { showToast } from '#components/ui/toast-store.ts'
import { connectGoto } from './connect-goto.ts'

/** Connects GoTo and comes back to this page, or to another one. For presses with no room beside them: a toast says what failed. */
export function leaveToConnect(returnTo = window.location.pathname + window.location.search): void {
  connectGoto(returnTo).catch((error: unknown) => {
    showToast({
      tone: 'trouble',
      text: `Couldn’t leave for GoTo. ${error instanceof Error ? error.message : ''}`,
      actions: [{ label: 'Try again', run: () => leaveToConnect(returnTo) }],
    })
  })
}
