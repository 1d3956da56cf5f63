import { useEffect, useState } from 'react'

/** Longer, nothing on a page waits for the height of what is above it. */
export const mostSettlingMs = 3_000

/**
 * Whether a page has just been opened. Until then, under `data-settling`, what stands below a `[data-loading]` can stay
 * invisible, so that it isn't seen to move.
 */
export function useIsSettling(): boolean {
  const [isSettling, setSettling] = useState(true)
  useEffect(() => {
    const timer = setTimeout(() => setSettling(false), mostSettlingMs)
    return () => clearTimeout(timer)
  }, [])
  return isSettling
}
