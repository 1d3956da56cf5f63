import { useSyncExternalStore } from 'react'
import { showToast } from '#components/ui/toast-store.ts'

/** Whether this browser has a network at all. True while prerendering. */
export function useOnline(): boolean {
  return useSyncExternalStore(
    listen,
    () => navigator.onLine,
    () => true,
  )
}

/** Says why nothing happened, and returns true, when there is no network to go anywhere with. */
export function staysOffline(): boolean {
  if (navigator.onLine) return false
  showToast({ tone: 'trouble', text: 'You are offline: that page cannot be opened now. This one stays.' })
  return true
}

/**
 * Without a network a pressed link would end in the browser's own error page, and what is on the screen would be gone.
 * Before anybody else hears of the press; links within the page go on.
 */
export function holdLinksOffline(): () => void {
  function press(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (!link?.href || link.getAttribute('href')?.startsWith('#') || !staysOffline()) return
    event.preventDefault()
    event.stopPropagation()
  }

  window.addEventListener('click', press, true)
  return () => window.removeEventListener('click', press, true)
}

function listen(tell: () => void): () => void {
  window.addEventListener('online', tell)
  window.addEventListener('offline', tell)
  return () => {
    window.removeEventListener('online', tell)
    window.removeEventListener('offline', tell)
  }
}
