import { queryOptions, useQuery } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { fetchMe, meKey } from '#lib/people/queries.ts'
import type { Me } from '#lib/people/schema.ts'
import { applyClock } from '#lib/time/reader.ts'
import { openDrafts } from './kept-draft.ts'

/**
 * Who is signed in. Before that is known to anything on the page, what they typed before can be read, and times follow
 * their clock. Refetched on focus, so that signing out elsewhere is
 * noticed here.
 */
export const meQuery = queryOptions({
  queryKey: meKey,
  async queryFn({ signal }) {
    const me = await fetchMe(signal)
    await openDrafts(me.drafts)
    applyClock(me.preferences.clock)
    return me
  },
  staleTime: 30_000,
})

/** Who is looking; undefined until known. */
export function useMe(): Me | undefined {
  return useQuery(meQuery).data
}

/** Whether there is anything left to wait for: what is mine, and every time, would look different without it. */
export function useIsMeKnown(): boolean {
  const { data, failureCount } = useQuery(meQuery)
  return data !== undefined || failureCount > 0
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
