import { showToast } from '#components/ui/toast-store.ts'
import type { HostAnswer } from '#lib/meetings/schema.ts'

type HostOptions = { saying?: string; isSaid?: () => boolean }

/**
 * Opens the host's side of a meeting in a new tab. Call it in the click handler itself: the tab opens at once, because
 * browsers block one that opens after the answer. The address carries the organizer's token, so it goes straight from
 * the answer into that tab and is kept nowhere (goto-api.md 5.4). Resolves with whether the host is on the way;
 * failures go into a toast, unless `isSaid` knows that the page already shows them.
 */
export async function openHost(
  start: () => Promise<HostAnswer>,
  { saying = 'Starting …', isSaid = () => false }: HostOptions = {},
): Promise<boolean> {
  const tab = window.open('about:blank', '_blank')
  if (!tab) {
    showToast({
      tone: 'trouble',
      text: 'Your browser blocked the meeting’s tab, so nothing was started. Allow pop-ups for Foyer, then try again.',
      actions: [{ label: 'Try again', run: () => openHost(start, { saying, isSaid }) }],
    })
    return false
  }
  tab.opener = null
  say(tab, saying)
  try {
    const { hostUrl } = await start()
    tab.location.replace(hostUrl)
    return true
  } catch (error) {
    tab.close()
    if (!isSaid()) showToast({ tone: 'trouble', text: error instanceof Error ? error.message : 'GoTo didn’t answer.' })
    return false
  }
}

/** Shown until GoTo answers, because an empty tab looks broken. */
function say(tab: Window, text: string): void {
  const { documentElement: root, body } = tab.document
  tab.document.title = text
  root.lang = 'en'
  root.style.colorScheme = 'light dark'
  body.textContent = text
  body.style.font = '1.25rem system-ui, sans-serif'
  body.style.margin = '20vh auto'
  body.style.textAlign = 'center'
}
