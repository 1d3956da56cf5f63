'use client'

import { type ReactNode, useRef } from 'react'
import { Button } from './button.tsx'
import type { ButtonTone } from './button-style.ts'
import { Dialog } from './dialog.tsx'

type ConfirmProps = {
  title: string
  /** What is about to happen. */
  children: ReactNode
  /** What the button does, in words. */
  doIt: string
  keep: string
  tone?: ButtonTone
  isOpen: boolean
  isBusy?: boolean
  onClose: () => void
  onConfirm: () => void
}

/** Asks before something that can't be undone. The safe button has the focus. */
export function Confirm({
  title,
  children,
  doIt,
  keep,
  tone = 'danger',
  isOpen,
  isBusy,
  onClose,
  onConfirm,
}: ConfirmProps) {
  const safe = useRef<HTMLButtonElement>(null)
  return (
    <Dialog title={title} description={children} isOpen={isOpen} onClose={onClose} focusFirst={safe}>
      <div className="flex flex-wrap justify-end gap-2 p-6 pt-5">
        <Button ref={safe} onClick={onClose}>
          {keep}
        </Button>
        <Button tone={tone} isBusy={isBusy ?? false} onClick={onConfirm}>
          {doIt}
        </Button>
      </div>
    </Dialog>
  )
}
