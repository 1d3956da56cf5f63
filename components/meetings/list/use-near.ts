import { type FocusEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react'

/** This part of the view's height above and below counts as near: what somebody scrolls to is there before they see it. */
const margin = 0.5

type Near<E extends HTMLElement> = {
  ref: RefObject<E | null>
  isNear: boolean
  /** Its height in pixels when it was last shown, while the page is as wide as then. */
  height: number | null
  /** What has the focus must stay, also in what lies over it. */
  onFocus: () => void
  onBlur: (event: FocusEvent<E>) => void
}

/** Whether an element is in view or about to be, or has the focus. Known before the first paint. */
export function useNear<E extends HTMLElement>(): Near<E> {
  const ref = useRef<E>(null)
  const [isInView, setInView] = useState(!canObserve())
  const [hasFocus, setFocus] = useState(false)
  const shown = useRef<{ height: number; width: number } | null>(null)

  useLayoutEffect(() => {
    const node = ref.current
    if (!node || !canObserve()) return
    const { top, bottom } = node.getBoundingClientRect()
    if (top < window.innerHeight * (1 + margin) && bottom > -window.innerHeight * margin) setInView(true)
    const observer = new IntersectionObserver(
      (entries) => {
        const entry = entries.at(-1)
        if (!entry) return
        // Rows are as high as they were, so that nothing moves when they become text.
        if (!entry.isIntersecting) shown.current = { height: entry.boundingClientRect.height, width: window.innerWidth }
        setInView(entry.isIntersecting)
      },
      { rootMargin: `${margin * 100}% 0px` },
    )
    observer.observe(node)
    return () => observer.disconnect()
  }, [])

  return {
    ref,
    isNear: isInView || hasFocus,
    height: shown.current?.width === window.innerWidth ? shown.current.height : null,
    onFocus: () => setFocus(true),
    onBlur: ({ currentTarget, relatedTarget }) => {
      if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setFocus(false)
    },
  }
}

function canObserve(): boolean {
  return typeof IntersectionObserver !== 'undefined'
}
