'use client'

import { useSyncExternalStore } from 'react'

let message = ''
let tell: () => void = () => undefined

/** Says something to those who listen to the page, politely and without showing it. */
export function announce(text: string): void {
  // The same sentence twice would be swallowed: a change is what is read out.
  message = text === message ? `${text}\u00a0` : text
  tell()
}

/** Once per page, there from the start: a region added together with its text is not read out. */
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
