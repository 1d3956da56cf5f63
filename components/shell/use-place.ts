import { useEffect } from 'react'
import { mostSettlingMs } from './use-is-settling.ts'

/** By these somebody takes the page over. */
const acts = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const

/**
 * Brings the section that the address names into view, and keeps it there while those above get their heights, but not
 * long, and only until somebody does something or is elsewhere, as by a scrollbar or a screen reader.
 */
export function usePlace(): void {
  useEffect(() => {
    const id = window.location.hash.slice(1)
    const section = id ? document.getElementById(id) : null
    return section?.parentElement ? keepInView(section, section.parentElement) : undefined
  }, [])
}

function keepInView(section: Element, column: Element): () => void {
  const place = () => ({
    scrolled: window.scrollY,
    top: section.getBoundingClientRect().top,
    height: column.clientHeight,
  })
  let own = place()
  function bring(): void {
    section.scrollIntoView()
    own = place()
  }
  const watch = new ResizeObserver(() => {
    bring()
    if (!section.matches(':has([data-loading]) ~ *')) stop()
  })
  /** The browser scrolls too: to keep what is seen where it is, and where a page gets shorter, which is told next. */
  function noticeScroll(): void {
    const { scrolled, top, height } = place()
    if (scrolled !== own.scrolled && top !== own.top && height === own.height) stop()
  }
  function stop(): void {
    watch.disconnect()
    clearTimeout(timer)
    window.removeEventListener('scroll', noticeScroll)
    for (const act of acts) window.removeEventListener(act, stop, true)
  }
  const timer = setTimeout(stop, mostSettlingMs)
  window.addEventListener('scroll', noticeScroll, { passive: true })
  for (const act of acts) window.addEventListener(act, stop, { capture: true, passive: true })
  bring()
  watch.observe(column)
  return stop
}
