import { type ReactNode, useEffect, useRef } from 'react'

type FormFootProps = {
  /** What stands in the way, if anything. */
  trouble: ReactNode
  /** Changes with every new trouble that the focus should go to; null: it stays where it is. */
  focusOn: string | null
  /** What is going on: `Asking GoTo…` */
  progress: string | null
  /** The buttons. */
  children: ReactNode
}

/** The end of a form, always in view: its buttons, what is going on, and what went wrong. */
export function FormFoot({ trouble, focusOn, progress, children }: FormFootProps) {
  const foot = useRef<HTMLDivElement>(null)
  const message = useRef<HTMLDivElement>(null)
  useEffect(() => keepClear(foot.current), [])
  useEffect(() => {
    if (focusOn !== null) message.current?.focus({ preventScroll: true })
  }, [focusOn])

  return (
    <div
      ref={foot}
      data-foot
      className="-mx-4 sticky mt-auto bottom-0 z-20 flex max-h-[60dvh] flex-col gap-3 overflow-y-auto border-line border-t bg-surface in-[.bg-raised]:bg-raised px-4 py-3 sm:-mx-1 sm:px-1"
    >
      <div ref={message} role="alert" tabIndex={-1} className="rounded-xl empty:hidden">
        {trouble}
      </div>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        {children}
        <p role="status" className="text-14 text-soft">
          {progress}
        </p>
      </div>
    </div>
  )
}

/**
 * What floats at the end of the page floats above the foot, and what has the focus stays clear of it: when it gets the
 * focus, and when the form or the foot grows around it, by a chip, a line or a message. Somebody who has scrolled it out
 * of view is left where they look. The browser alone scrolls a long text no further than to its cursor.
 */
function keepClear(foot: HTMLElement | null): (() => void) | undefined {
  const form = foot?.parentElement
  if (!foot || !form || typeof ResizeObserver === 'undefined') return
  const { style } = document.documentElement
  const field = () => (form.contains(document.activeElement) ? document.activeElement : null)
  let isSeen = false
  const look = () => {
    const { top = 0, bottom = 0 } = field()?.getBoundingClientRect() ?? {}
    isSeen = bottom > 0 && top < window.innerHeight
  }
  const keep = () => {
    style.setProperty('--foot', `${foot.offsetHeight}px`)
    if (isSeen) reveal(field(), foot)
  }
  const enter = () => {
    reveal(field(), foot)
    isSeen = true
  }
  const watcher = new ResizeObserver(keep)
  watcher.observe(foot)
  watcher.observe(form)
  form.addEventListener('focusin', enter)
  document.addEventListener('scroll', look, { passive: true })
  return () => {
    watcher.disconnect()
    form.removeEventListener('focusin', enter)
    document.removeEventListener('scroll', look)
    style.removeProperty('--foot')
  }
}

/** A field, with its message if there is one. If there is no room for both, the field. */
function reveal(field: Element | null, foot: HTMLElement): void {
  if (!field || foot.contains(field)) return
  const isWrong = field.getAttribute('aria-invalid') === 'true'
  const message = isWrong ? document.getElementById(field.getAttribute('aria-describedby')?.split(' ')[0] ?? '') : null
  const { top } = foot.getBoundingClientRect()
  for (const part of [message, field]) {
    if (part && part.getBoundingClientRect().bottom > top) part.scrollIntoView({ block: 'nearest' })
  }
}
