import { type RefObject, useLayoutEffect, useRef } from 'react'

/**
 * For a box that goes away under the focus: gives it back to what had it before the box was entered, or if that is gone
 * too, to the page, so that keyboard users don't start again at its top.
 */
export function useFocusBack(): RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const node = box.current
    let before: Element | null = null
    const note = ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget instanceof Element && !node?.contains(relatedTarget)) before = relatedTarget
    }
    node?.addEventListener('focusin', note)
    return () => {
      node?.removeEventListener('focusin', note)
      if (!node?.contains(document.activeElement)) return
      for (const place of [before, document.getElementById('main')]) {
        if (place instanceof HTMLElement) place.focus({ preventScroll: true })
        if (document.activeElement === place) return
      }
    }
  }, [])
  return box
}
