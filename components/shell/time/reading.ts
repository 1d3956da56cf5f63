import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react'
import { loadedOnce } from '#components/ui/loaded-once.ts'

export type Reading = typeof import('#lib/time/typed-text.ts')

/** What reads a typed time or day. Most times are chosen and not typed. */
export const reading = loadedOnce<Reading>(() => import('#lib/time/typed-text.ts'))

/** How many fields hold a text that cannot be read yet. */
let awaiting = 0
const listeners = new Set<() => void>()

/** A field holds a text that cannot be read yet, until the returned function is called. */
export function awaitReading(): () => void {
  count(1)
  return () => count(-1)
}

/** Sends at once, or as soon as every text is read: nobody's typed time counts as none. */
export function useOnceRead<Wanted>(act: (wanted: Wanted) => void): {
  send: (wanted: Wanted) => void
  isHeld: boolean
} {
  const [held, setHeld] = useState<{ wanted: Wanted } | null>(null)
  const isAwaiting = useSyncExternalStore(
    listen,
    () => awaiting > 0,
    () => false,
  )
  const actNow = useEffectEvent(act)
  useEffect(() => {
    if (held === null || isAwaiting) return
    setHeld(null)
    actNow(held.wanted)
  }, [held, isAwaiting])
  return {
    send: (wanted) => {
      if (awaiting > 0) setHeld({ wanted })
      else act(wanted)
    },
    isHeld: held !== null,
  }
}

function count(change: 1 | -1): void {
  awaiting += change
  for (const tell of listeners) tell()
}

function listen(tell: () => void): () => void {
  listeners.add(tell)
  return () => listeners.delete(tell)
}
