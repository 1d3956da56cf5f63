import { useEffect } from 'react'

/** Scrolls to an address like `#message` once that part of the page is there. */
export function useScrollToHash(isThere: boolean): void {
  useEffect(() => {
    const id = window.location.hash.slice(1)
    if (id && isThere) document.getElementById(id)?.scrollIntoView()
  }, [isThere])
}
