import { useEffect, useRef } from 'react'
import { announce } from '#components/shell/announce.tsx'

/** Announces when the meeting begins, ends or is cancelled, but not its state on arrival. */
export function useAnnounced(kind: string, story: string): void {
  const announced = useRef(kind)
  useEffect(() => {
    if (announced.current === kind) return
    announced.current = kind
    announce(story)
  }, [kind, story])
}
