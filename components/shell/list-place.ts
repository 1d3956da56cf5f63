import { useEffect } from 'react'

type Place = { top: number; href: string | null; nth: number }

/** Where lists were left, by their entry in the history. In memory: what they show is kept there, too. */
const places = new Map<string, Place>()

/** A link of this page was followed: Back leads to where it stands. */
export function leavePlace(link: HTMLAnchorElement): void {
  const href = link.getAttribute('href')
  const entry = entryKey()
  if (entry) places.set(entry, { top: window.scrollY, href, nth: linksTo(href).indexOf(link) })
}

/** Once the rows are shown, and if Back led here: scrolls to where the list was left, and focuses the row followed. */
export function useListPlace(isShown: boolean): void {
  useEffect(() => {
    const entry = isShown ? entryKey() : null
    const place = entry ? places.get(entry) : undefined
    if (!entry || !place) return
    places.delete(entry)
    window.scrollTo({ top: place.top, behavior: 'instant' })
    linksTo(place.href)[place.nth]?.focus({ preventScroll: true })
  }, [isShown])
}

/** Only Back and Forward lead to an entry that was there before. In a browser without the API it restores what it can. */
function entryKey(): string | null {
  return 'navigation' in window ? (window.navigation.currentEntry?.key ?? null) : null
}

function linksTo(href: string | null): HTMLAnchorElement[] {
  const links = document.querySelectorAll<HTMLAnchorElement>('main a[href]')
  return [...links].filter((link) => link.getAttribute('href') === href)
}
