import { type RefObject, useLayoutEffect, useState } from 'react'

/** What lies beside a button belongs to it: half a row. */
const marginPx = 20

/**
 * Whether a box at the end of the view would lie over what was just pressed there, and so over what it speaks of. A
 * form's foot makes room for it by itself.
 */
export function useLiesOverPress(box: RefObject<HTMLElement | null>): boolean {
  const [isOver, setOver] = useState(false)
  useLayoutEffect(() => {
    const pressed = document.activeElement
    if (!box.current || !pressed?.matches('main *:not([data-foot] *)')) return
    const { top, bottom } = pressed.getBoundingClientRect()
    setOver(top < window.innerHeight && bottom + marginPx > box.current.getBoundingClientRect().top)
  }, [box])
  return isOver
}
