import { closeToast, showToast } from './toast-store.ts'

/** An open page asks for what it was built from, and an update replaces that. What was typed is kept as a draft. */
export function sayMissing(): null {
  if (navigator.onLine)
    showToast({
      tone: 'trouble',
      text: 'That couldn’t be loaded. Foyer may have been updated: reload the page. Drafts are kept.',
      actions: [{ label: 'Reload', run: reload }],
    })
  else {
    const toast = showToast({ tone: 'trouble', text: 'You’re offline, so that can’t be opened yet.' })
    window.addEventListener('online', () => closeToast(toast), { once: true })
  }
  return null
}

export function reload(): void {
  window.location.reload()
}
