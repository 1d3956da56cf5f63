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

/** By key, as pages were left too: Back finds everything where it was. */
const shown = new Map<string, { height: number; width: number }>()

/** Whether an element is in view or about to be, or has the focus. Known before the first paint. */
export function useNear<E extends HTMLElement>(key: string): Near<E> {
  const ref = useRef<E>(null)
  const [isInView, setInView] = useState(!canObserve())
  const [hasFocus, setFocus] = useState(false)

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
        if (!entry.isIntersecting) remember(entry.boundingClientRect)
        setInView(entry.isIntersecting)
      },
      { rootMargin: `${margin * 100}% 0px` },
    )
    observer.observe(node)
    return () => {
      observer.disconnect()
      remember(node.getBoundingClientRect())
    }

    function remember({ height }: DOMRectReadOnly): void {
      shown.set(key, { height, width: window.innerWidth })
    }
  }, [key])

  const known = shown.get(key)
  return {
    ref,
    isNear: isInView || hasFocus,
    height: known?.width === window.innerWidth ? known.height : null,
    onFocus: () => setFocus(true),
    onBlur: ({ currentTarget, relatedTarget }) => {
      if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setFocus(false)
    },
  }
}

function canObserve(): boolean {
  return typeof IntersectionObserver !== 'undefined'
}
