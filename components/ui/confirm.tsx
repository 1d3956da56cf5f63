'use client'

import { type ReactNode, useRef } from 'react'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'

type ConfirmProps = {
  title: string
  /** What is about to happen. */
  children: ReactNode
  /** What the button does, in words. */
  doIt: string
  keep: string
  isOpen: boolean
  isBusy?: boolean
  onClose: () => void
  onConfirm: () => void
}

/** Asks before something that can't be undone. The safe button has the focus. */
export function Confirm({ title, children, doIt, keep, isOpen, isBusy = false, onClose, onConfirm }: ConfirmProps) {
  const safe = useRef<HTMLButtonElement>(null)
  return (
    <Dialog title={title} description={children} isOpen={isOpen} onClose={onClose} focusFirst={safe}>
      <div className="flex flex-wrap justify-end gap-2 p-6 pt-5">
        <Button ref={safe} onClick={onClose}>
          {keep}
        </Button>
        <Button tone="danger" isBusy={isBusy} onClick={onConfirm}>
          {doIt}
        </Button>
      </div>
    </Dialog>
  )
}
