import { useSyncExternalStore } from 'react'
import { closeToast, showToast } from '#components/ui/toast-store.ts'

/** Whether this browser has a network at all. True while prerendering. */
export function useOnline(): boolean {
  return useSyncExternalStore(
    listen,
    () => navigator.onLine,
    () => true,
  )
}

/** If there is no network, says why nothing happened and returns true. */
export function staysOffline(): boolean {
  if (navigator.onLine) return false
  const text = 'You’re offline, so that page can’t be opened. You’re still on this one.'
  const toast = showToast({ tone: 'trouble', text })
  window.addEventListener('online', () => closeToast(toast), { once: true })
  return true
}

/**
 * Without a network a link would lead to the browser's own error page, and what is on the screen would be gone. Runs
 * before any other click handler; links within the page still work.
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
