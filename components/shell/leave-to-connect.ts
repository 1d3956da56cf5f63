import { sayMissing } from '#components/ui/say-missing.ts'
import { showToast } from '#components/ui/toast-store.ts'
import { sendStrangersToSignIn } from './send-strangers.ts'

/** Connects GoTo and comes back to this page, or to another one. Beside the press is no room: a toast says what failed. */
export async function leaveToConnect(returnTo?: string): Promise<void> {
  const loaded = await import('./connect-goto.ts').catch(sayMissing)
  loaded?.connectGoto(returnTo).catch((error: unknown) => {
    if (sendStrangersToSignIn(error)) return
    showToast({
      tone: 'trouble',
      text: `Couldn’t leave for GoTo. ${error instanceof Error ? error.message : ''}`,
      actions: [{ label: 'Try again', run: () => leaveToConnect(returnTo) }],
    })
  })
}
