import { useMemo, useSyncExternalStore } from 'react'

const changed = 'foyer:address'

/** What follows `?` in the address bar. Empty while prerendering, so that the shell is the same for everybody. */
export function useAddress(): URLSearchParams {
  const search = useSyncExternalStore(listen, currentSearch, noSearch)
  return useMemo(() => new URLSearchParams(search), [search])
}

/** Writes the given names into the address bar; null removes one. A choice is a step that Back undoes; typing isn't. */
export function changeAddress(changes: Record<string, string | null>, step: 'push' | 'replace' = 'push'): void {
  const search = new URLSearchParams(window.location.search)
  for (const [name, value] of Object.entries(changes)) {
    if (value) search.set(name, value)
    else search.delete(name)
  }
  const text = search.toString()
  write(`${window.location.pathname}${text ? `?${text}` : ''}${window.location.hash}`, step)
}

/** Another address of the current page. */
export function goHere(href: string): void {
  write(href, 'push')
}

function write(href: string, step: 'push' | 'replace'): void {
  if (step === 'push') window.history.pushState(null, '', href)
  else window.history.replaceState(null, '', href)
  window.dispatchEvent(new Event(changed))
}

function listen(tell: () => void): () => void {
  window.addEventListener('popstate', tell)
  window.addEventListener(changed, tell)
  return () => {
    window.removeEventListener('popstate', tell)
    window.removeEventListener(changed, tell)
  }
}

function currentSearch(): string {
  return window.location.search
}

function noSearch(): string {
  return ''
}
