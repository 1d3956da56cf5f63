import { useEffect } from 'react'

type Place = { top: number; href: string | null; nth: number }

/** Where lists were left, by their address. In memory: what they show is kept there, too. */
const places = new Map<string, Place>()
let isReturn = false

/** A link of this page was followed: Back leads to where it stands. */
export function leavePlace(link: HTMLAnchorElement): void {
  const href = link.getAttribute('href')
  places.set(here(), { top: window.scrollY, href, nth: linksTo(href).indexOf(link) })
  isReturn = false
  // Capturing, to be first: React shows the list within the router's own listener.
  window.addEventListener('popstate', noteReturn, { once: true, capture: true })
}

/** Once the rows are shown, and if Back led here: scrolls to where the list was left, and focuses the row followed. */
export function useListPlace(isShown: boolean): void {
  useEffect(() => {
    if (!isShown || !isReturn) return
    isReturn = false
    const place = places.get(here())
    if (!place) return
    window.scrollTo({ top: place.top, behavior: 'instant' })
    linksTo(place.href)[place.nth]?.focus({ preventScroll: true })
  }, [isShown])
}

function noteReturn(): void {
  isReturn = true
}

function linksTo(href: string | null): HTMLAnchorElement[] {
  return [...document.querySelectorAll<HTMLAnchorElement>('main a[href]')].filter(
    (link) => link.getAttribute('href') === href,
  )
}

function here(): string {
  return window.location.pathname + window.location.search
}
