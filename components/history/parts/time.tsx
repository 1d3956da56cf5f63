import type { ReactNode } from 'react'

/** A time for people and machines; one that nobody knows is for people alone. */
export function Time({ at, children }: { at: string | null; children: ReactNode }) {
  return at === null ? children : <time dateTime={at}>{children}</time>
}
