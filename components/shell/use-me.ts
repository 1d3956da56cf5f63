import { queryOptions, useQuery } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { fetchMe, meKey } from '#lib/people/queries.ts'
import type { Me } from '#lib/people/schema.ts'
import { openDrafts } from './kept-draft.ts'

/**
 * Who is signed in; once known, what they typed before can be read. Refetched on focus, so that signing out elsewhere is
 * noticed here.
 */
export const meQuery = queryOptions({
  queryKey: meKey,
  async queryFn({ signal }) {
    const me = await fetchMe(signal)
    await openDrafts(me.drafts)
    return me
  },
  staleTime: 30_000,
})

/** Who is looking; undefined until known. */
export function useMe(): Me | undefined {
  return useQuery(meQuery).data
}

/** Whether it is known who is looking, or that it cannot be learnt: what depends on it waits, so that nothing moves. */
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
