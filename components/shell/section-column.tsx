'use client'

import type { ReactNode } from 'react'
import { useIsSettling } from './use-is-settling.ts'
import { usePlace } from './use-place.ts'

/** Sections below each other, each with an address of its own. The one that the address names is brought into view. */
export function SectionColumn({ children }: { children: ReactNode }) {
  const isSettling = useIsSettling()
  usePlace()
  return (
    <div data-settling={isSettling ? '' : undefined} className="flex min-w-0 flex-col gap-10">
      {children}
    </div>
  )
}
