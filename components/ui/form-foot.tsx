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
 * What floats at the end of the page floats above the foot, and whatever gets the focus is scrolled clear of it. The
 * browser alone scrolls a long text no further than to its cursor.
 */
function keepClear(foot: HTMLElement | null): (() => void) | undefined {
  if (!foot || typeof ResizeObserver === 'undefined') return
  const { style } = document.documentElement
  const watcher = new ResizeObserver(() => style.setProperty('--foot', `${foot.offsetHeight}px`))
  watcher.observe(foot)
  const form = foot.parentElement
  const reveal = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement) || foot.contains(target)) return
    if (target.getBoundingClientRect().bottom > foot.getBoundingClientRect().top)
      target.scrollIntoView({ block: 'nearest' })
  }
  form?.addEventListener('focusin', reveal)
  return () => {
    watcher.disconnect()
    form?.removeEventListener('focusin', reveal)
    style.removeProperty('--foot')
  }
}
