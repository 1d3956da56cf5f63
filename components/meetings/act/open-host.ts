import { sendStrangersToSignIn } from '#components/shell/send-strangers.ts'
import { closeToast, showToast } from '#components/ui/toast-store.ts'
import type { HostAnswer } from '#lib/meetings/schema.ts'
import { openTab } from './open-tab.ts'

type HostOptions = {
  /** Names the meeting: `Couldn’t start “Product training”.` */
  failed: string
  saying?: string
  isSaid?: () => boolean
  /** The tab, if the press has opened it; null: the browser blocked it. */
  tab?: Window | null
}

/** What is said of a start that failed, until another try succeeds. */
let complaint: { failed: string; toast: number } | null = null

/**
 * Opens the host's side of a meeting in a new tab. Call it in the press itself, or with the tab it opened. The address carries the organizer's token, so it goes straight from
 * the answer into that tab and is kept nowhere (goto-api.md 5.4). Resolves with whether the host is on the way. A
 * failure is told in the tab, which is in front, and in a toast that offers another try; if `isSaid` knows that the
 * page already shows it, the tab closes instead.
 */
export async function openHost(start: () => Promise<HostAnswer>, options: HostOptions): Promise<boolean> {
  const { failed, saying = 'Starting …', isSaid = () => false, tab = openTab(saying) } = options
  const again = { label: 'Try again', run: () => openHost(start, { ...options, tab: openTab(saying) }) }
  if (!tab) {
    complain('Your browser blocked its tab: allow pop-ups for Foyer.')
    return false
  }
  try {
    say(tab, saying)
    const { hostUrl } = await start()
    tab.location.replace(hostUrl)
    if (complaint?.failed === failed) closeToast(complaint.toast)
    return true
  } catch (error) {
    if (sendStrangersToSignIn(error)) {
      tab.close()
      return false
    }
    const reason = error instanceof Error ? error.message : 'GoTo didn’t answer.'
    // Back to the page that says it.
    if (isSaid()) tab.close()
    else {
      say(tab, failed, reason, 'You can close this tab.')
      complain(reason)
    }
    return false
  }

  function complain(reason: string): void {
    complaint = { failed, toast: showToast({ tone: 'trouble', text: `${failed} ${reason}`, actions: [again] }) }
  }
}

/** An empty tab looks broken, and one that closes by itself says nothing. */
function say(tab: Window, title: string, ...rest: string[]): void {
  if (tab.closed) return
  const page = tab.document
  page.title = title
  page.documentElement.lang = 'en'
  page.documentElement.style.colorScheme = 'light dark'
  page.body.style.font = '1.25rem/1.5 system-ui, sans-serif'
  page.body.style.margin = '20vh auto'
  page.body.style.padding = '0 1rem'
  page.body.style.maxWidth = '36rem'
  page.body.style.textAlign = 'center'
  page.body.replaceChildren(
    ...[title, ...rest].map((text, nth) => {
      const line = page.createElement(nth === 0 ? 'h1' : 'p')
      if (nth === 0) line.style.font = 'inherit'
      line.textContent = text
      return line
    }),
  )
}
