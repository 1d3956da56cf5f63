import { type ToggleEvent, useEffect, useState } from 'react'

/** Whether a native popover is open, also one that was opened before the page came to life. */
export function usePopover(id: string): { isOpen: boolean; onToggle: (event: ToggleEvent) => void } {
  const [isOpen, setOpen] = useState(false)
  useEffect(() => setOpen(document.getElementById(id)?.checkVisibility?.() ?? false), [id])
  return { isOpen, onToggle: ({ newState }) => setOpen(newState === 'open') }
}
