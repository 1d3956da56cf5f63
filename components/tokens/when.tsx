import type { ReactNode } from 'react'
import { formatDateTime } from '#lib/time/format.ts'

/** How long ago or until then, with the exact time and zone below it. */
export function When({ at, zone, children }: { at: string; zone: string; children: ReactNode }) {
  return (
    <time dateTime={at}>
      {children}
      <span className="figures block text-12 text-faint">{formatDateTime(at, zone)}</span>
    </time>
  )
}
