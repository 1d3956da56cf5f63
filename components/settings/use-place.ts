import { useEffect } from 'react'

/** By these somebody takes the page over. */
const acts = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const

/**
 * Brings the section that the address names into view, and keeps it there while those above get their heights, until
 * somebody does something.
 */
export function usePlace(isThere: boolean): void {
  useEffect(() => {
    const id = window.location.hash.slice(1)
    const section = isThere && id ? document.getElementById(id) : null
    return section?.parentElement ? keepInView(section, section.parentElement) : undefined
  }, [isThere])
}

function keepInView(section: Element, column: Element): () => void {
  const watch = new ResizeObserver(() => {
    section.scrollIntoView()
    if (!section.matches(':has([data-loading]) ~ *')) stop()
  })
  function stop(): void {
    watch.disconnect()
    for (const act of acts) window.removeEventListener(act, stop, true)
  }
  for (const act of acts) window.addEventListener(act, stop, { capture: true, passive: true })
  section.scrollIntoView()
  watch.observe(column)
  return stop
}
