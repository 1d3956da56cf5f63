import type { ReactNode } from 'react'

/** A time for people and machines; an unknown one is for people only. */
export function Time({ at, children }: { at: string | null; children: ReactNode }) {
  return at === null ? children : <time dateTime={at}>{children}</time>
}
