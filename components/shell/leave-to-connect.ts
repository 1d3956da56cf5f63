import { connectGoto } from '#components/shell/connect-goto.ts'
import { showToast } from '#components/ui/toast-store.ts'

/** Connects GoTo and comes back to this page, or to another one. The palette is closed by then: a toast says what failed. */
export function leaveToConnect(returnTo = window.location.pathname + window.location.search): void {
  connectGoto(returnTo).catch((error: unknown) => {
    showToast({
      tone: 'trouble',
      text: `Couldn’t leave for GoTo. ${error instanceof Error ? error.message : ''}`,
      actions: [{ label: 'Try again', run: () => leaveToConnect(returnTo) }],
    })
  })
}
