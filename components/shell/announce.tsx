'use client'

import { useSyncExternalStore } from 'react'

let message = ''
let tell: () => void = () => undefined

/** Says something to screen readers, politely and without showing it. */
export function announce(text: string): void {
  // Only changes are read out, so the same sentence twice would be swallowed.
  message = text === message ? `${text}\u00a0` : text
  tell()
}

/** Once per page, there from the start: a region added together with its text isn't read out. */
export function LiveRegion() {
  const text = useSyncExternalStore(listen, current, current)
  return (
    <div aria-live="polite" role="status" className="sr-only">
      {text}
    </div>
  )
}

function listen(listener: () => void): () => void {
  tell = listener
  return () => {
    tell = () => undefined
  }
}

function current(): string {
  return message
}
