'use client'

import { Dialog as Base } from '@base-ui/react/dialog'
import type { ReactNode, RefObject } from 'react'
import { cx } from './cx.ts'
import { Icon } from './icon.tsx'

type DialogProps = {
  title: string
  isTitleHidden?: boolean
  description?: ReactNode
  isOpen: boolean
  onClose: () => void
  /** What gets the focus first; by default the first element. */
  focusFirst?: RefObject<HTMLElement | null>
  className?: string
  /** At the bottom edge and as wide as the screen: a phone's place for choices. */
  isSheet?: boolean
  children: ReactNode
}

/** A modal window: the focus stays inside, Escape closes, and the focus goes back to where it was. Load it lazily. */
export function Dialog({
  title,
  isTitleHidden = false,
  description,
  isOpen,
  onClose,
  focusFirst,
  className,
  isSheet = false,
  children,
}: DialogProps) {
  return (
    <Base.Root open={isOpen} onOpenChange={(open) => (open ? undefined : onClose())}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-[rgb(10_12_16/0.4)] transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Popup
          {...(focusFirst ? { initialFocus: focusFirst } : {})}
          className={cx(
            'fixed z-50 flex flex-col overflow-hidden border border-line bg-raised text-ink shadow-high outline-none transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0',
            isSheet
              ? 'inset-x-0 bottom-0 max-h-[85dvh] rounded-t-2xl'
              : 'top-[max(1rem,12dvh)] left-1/2 max-h-[80dvh] w-[min(32rem,calc(100vw-2rem))] -translate-x-1/2 rounded-2xl',
            className,
          )}
        >
          <div className={isTitleHidden ? 'sr-only' : 'flex items-start justify-between gap-4 px-6 pt-5'}>
            <Base.Title className="font-semibold text-16">{title}</Base.Title>
            {isTitleHidden ? null : (
              <Base.Close
                aria-label="Close"
                className="-mt-1 -mr-2 grid size-8 place-items-center rounded-lg text-soft hover:bg-hover hover:text-ink"
              >
                <Icon name="x" size={16} />
              </Base.Close>
            )}
          </div>
          {description ? (
            <Base.Description className="px-6 pt-2 text-body text-soft" render={<div />}>
              {description}
            </Base.Description>
          ) : null}
          {children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
