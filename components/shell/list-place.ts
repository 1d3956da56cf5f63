import { useEffect } from 'react'

/** `top` is of the page, `offset` of the link in the view. */
type Place = { top: number; offset: number; href: string | null; nth: number }

/** Where lists were left, by their entry in the history. In memory: what they show is kept there, too. */
const places = new Map<string, Place>()

/** A link of this page was followed: Back leads to where it stands. */
export function leavePlace(link: HTMLAnchorElement): void {
  const href = link.getAttribute('href')
  const entry = entryKey()
  const offset = link.getBoundingClientRect().top
  if (entry) places.set(entry, { top: window.scrollY, offset, href, nth: linksTo(href).indexOf(link) })
}

/** Once the rows are shown, and if Back led here: scrolls to where the list was left, and focuses the row followed. */
export function useListPlace(isShown: boolean): void {
  useEffect(() => {
    const entry = isShown ? entryKey() : null
    const place = entry ? places.get(entry) : undefined
    if (!entry || !place) return
    places.delete(entry)
    window.scrollTo({ top: place.top, behavior: 'instant' })
    return focusIn(place, 20)
  }, [isShown])
}

/** A row of a long list is there a few frames after its place has come into view, and what lies above has its height. */
function focusIn(place: Place, frames: number): () => void {
  const { href, nth, offset } = place
  const link = linksTo(href)[nth] ?? linksTo(href)[0]
  if (!link) {
    if (frames === 0) return () => undefined
    let stop = (): void => undefined
    const frame = requestAnimationFrame(() => {
      stop = focusIn(place, frames - 1)
    })
    return () => {
      cancelAnimationFrame(frame)
      stop()
    }
  }
  link.focus({ preventScroll: true })
  window.scrollBy({ top: link.getBoundingClientRect().top - offset, behavior: 'instant' })
  return () => undefined
}

/** Only Back and Forward lead to an entry that was there before. In a browser without the API it restores what it can. */
function entryKey(): string | null {
  return 'navigation' in window ? (window.navigation.currentEntry?.key ?? null) : null
}

function linksTo(href: string | null): HTMLAnchorElement[] {
  const links = document.querySelectorAll<HTMLAnchorElement>('main a[href]')
  return [...links].filter((link) => link.getAttribute('href') === href)
}
