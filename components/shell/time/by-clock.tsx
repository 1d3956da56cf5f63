'use client'

import { Fragment, type ReactNode, useSyncExternalStore } from 'react'
import { clockChanges, listenToClock } from '#lib/time/reader.ts'

/** Builds the page anew when the person chooses another clock: no time on it may be left by the old one. */
export function ByClock({ children }: { children: ReactNode }) {
  const changes = useSyncExternalStore(listenToClock, clockChanges, () => 0)
  return <Fragment key={changes}>{children}</Fragment>
}
