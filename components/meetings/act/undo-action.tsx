'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useLayoutEffect, useRef, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { useSaysItself } from '#components/ui/toast-store.ts'
import type { Meeting } from '#lib/meetings/schema.ts'
import { undoCancelling, undoPlace } from './cancel-with-undo.ts'

/** Undoes a cancellation. `secondsLeft`: how long that is possible, where it is worth showing. Load it lazily. */
export function UndoAction({ meeting, secondsLeft }: { meeting: Meeting; secondsLeft?: number }) {
  const [isBusy, setBusy] = useState(false)
  const client = useQueryClient()
  const button = useRef<HTMLButtonElement>(null)
  useSaysItself(undoPlace(meeting.id))

  // Once pressed the button is gone: keyboard users go on where it was, not at the top of the page.
  useLayoutEffect(() => {
    const node = button.current
    return () => {
      if (node && node === document.activeElement) node.closest<HTMLElement>('[tabindex="-1"]')?.focus()
    }
  }, [])

  async function undo(): Promise<void> {
    setBusy(true)
    await undoCancelling(client, meeting)
    setBusy(false)
  }

  return (
    <Button ref={button} isBusy={isBusy} onClick={undo} aria-label={`Undo cancelling: ${meeting.subject}`}>
      Undo
      {secondsLeft === undefined ? null : (
        <span aria-hidden="true" className="figures text-faint">
          {secondsLeft} s
        </span>
      )}
    </Button>
  )
}
