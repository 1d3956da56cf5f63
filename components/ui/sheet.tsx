'use client'

import { type ReactNode, useEffect } from 'react'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'

type SheetProps = {
  title: string
  isOpen: boolean
  onClose: () => void
  /** Of the button that closes it. */
  done: ReactNode
  children: ReactNode
}

/** Choices that on a phone come up from the bottom. Load it lazily. */
export function Sheet({ title, isOpen, onClose, done, children }: SheetProps) {
  useEffect(() => {
    if (!isOpen) return
    // A phone turned on its side has room for the choices on the page itself.
    const wide = window.matchMedia('(min-width: 40rem)')
    wide.addEventListener('change', onClose)
    return () => wide.removeEventListener('change', onClose)
  }, [isOpen, onClose])
  return (
    <Dialog title={title} isOpen={isOpen} onClose={onClose} isSheet>
      <div className="flex min-h-0 flex-col gap-3 overflow-y-auto px-6 pt-4 pb-2">{children}</div>
      <div className="px-6 pt-3 pb-[max(1.25rem,env(safe-area-inset-bottom))]">
        <Button tone="primary" size="large" onClick={onClose} className="w-full">
          {done}
        </Button>
      </div>
    </Dialog>
  )
}
