'use client'

import { Menu } from '@base-ui/react/menu'
import { type FocusEvent, type KeyboardEvent, type ReactNode, type RefObject, useState } from 'react'
import { cx } from './cx.ts'
import { entryStyle } from './list-style.ts'

type OpenMenuProps = {
  /** Of the whole menu. */
  label: string
  /** It opened the menu, and gets the focus back. */
  button: RefObject<HTMLButtonElement | null>
  onClose: () => void
  onKeyDown?: (event: KeyboardEvent) => void
  className: string
  children: ReactNode
}

/** An open menu under its button, within the main part of the page. Load it lazily. */
export function OpenMenu({ label, button, onClose, onKeyDown, className, children }: OpenMenuProps) {
  const [isByKeyboard, setByKeyboard] = useState(() => button.current?.matches(':focus-visible') ?? false)

  /** Whoever opens it with a key goes on with the first entry; a pointer highlights none. */
  function enter({ target, currentTarget }: FocusEvent): void {
    if (target !== currentTarget || !isByKeyboard) return
    setByKeyboard(false)
    currentTarget.querySelector<HTMLElement>('[role=menuitem]')?.focus()
  }

  return (
    <Menu.Root
      open
      modal={false}
      onOpenChange={(isOpen, { event }) => {
        // The button closes it by itself.
        const isButton = event.target instanceof Node && button.current?.contains(event.target)
        if (!isOpen && !isButton) onClose()
      }}
    >
      <Menu.Portal container={document.getElementById('main') ?? undefined}>
        <Menu.Positioner anchor={button} align="end" sideOffset={4} className="z-40 outline-none">
          <Menu.Popup
            aria-label={label}
            finalFocus={button}
            onFocus={enter}
            onKeyDown={onKeyDown}
            className={cx(
              'max-h-(--available-height) overflow-y-auto rounded-xl border border-line bg-raised p-1.5 text-ink shadow-high outline-none',
              className,
            )}
          >
            {children}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}

export const menuItemStyle = cx(entryStyle, 'h-9 items-center gap-2.5')
