import { useEffect } from 'react'
import { announce } from '#components/shell/announce.tsx'

/** Announces the count whenever it changes. Null: not known yet. */
export function useAnnouncedCount(count: number | null, hasMore: boolean, noun: string): void {
  useEffect(() => {
    if (count === null) return
    announce(`${count}${hasMore ? ' or more' : ''} ${noun}${count === 1 ? '' : 's'}`)
  }, [count, hasMore, noun])
}
