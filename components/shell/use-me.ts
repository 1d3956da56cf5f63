import { useQuery } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { meQuery } from '#lib/people/queries.ts'
import type { Me } from '#lib/people/schema.ts'

/** Who is looking; undefined until known. */
export function useMe(): Me | undefined {
  return useQuery(meQuery).data
}

/** The zone I see times in: the one I chose, else the browser's. UTC while prerendering. */
export function useZone(): string {
  const own = useSyncExternalStore(noChange, browserZone, prerenderZone)
  return useMe()?.preferences.zone ?? own
}

export function browserZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}

function prerenderZone(): string {
  return 'UTC'
}

function noChange(): () => void {
  return () => undefined
}
