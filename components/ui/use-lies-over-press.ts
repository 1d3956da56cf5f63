import { type RefObject, useLayoutEffect, useState } from 'react'

/** What lies beside a button belongs to it: half a row. */
const marginPx = 20

let lastPressed: Element | null = null
if (typeof document !== 'undefined')
  document.addEventListener('pointerdown', ({ target }) => (lastPressed = target as Element), { capture: true })

/**
 * Whether a box at the end of the view would lie over what was just pressed there, and so over what it speaks of. A
 * form's foot makes room for it by itself.
 */
export function useLiesOverPress(box: RefObject<HTMLElement | null>): boolean {
  const [isOver, setOver] = useState(false)
  useLayoutEffect(() => {
    // Safari gives a button that is pressed no focus.
    const pressed = document.activeElement === document.body ? lastPressed : document.activeElement
    if (!box.current || !pressed?.matches('main *:not([data-foot] *)')) return
    const { top, bottom } = pressed.getBoundingClientRect()
    setOver(top < window.innerHeight && bottom + marginPx > box.current.getBoundingClientRect().top)
  }, [box])
  return isOver
}
