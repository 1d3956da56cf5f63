import { useCallback, useSyncExternalStore } from 'react'
import { serverNow } from '#lib/http/api.ts'

/** The server's time, in steps of this many seconds; null while prerendering. */
export function useNow(stepSeconds: number): Date | null {
  const step = stepSeconds * 1000
  const listen = useCallback(
    (tell: () => void) => {
      const timer = setInterval(tell, Math.min(step, 1000))
      return () => clearInterval(timer)
    },
    [step],
  )
  const read = useCallback(() => Math.floor(serverNow().getTime() / step) * step, [step])
  const instant = useSyncExternalStore<number | null>(listen, read, never)
  return instant === null ? null : new Date(instant)
}

function never(): null {
  return null
}
