import { infiniteQueryOptions } from '@tanstack/react-query'
import { api } from '#lib/http/api.ts'
import { isProblem } from '#lib/http/problem.ts'
import type { HistoryFilter, SessionList } from './schema.ts'

export const historyKey = ['history'] as const

/** Past sessions, refetched soon while GoTo is still being read. */
export function pastSessionsQuery(filter: HistoryFilter) {
  return infiniteQueryOptions({
    queryKey: [...historyKey, filter],
    queryFn: ({ pageParam, signal }) =>
      api<SessionList>('/api/history', { query: { ...filter, cursor: pageParam ?? undefined }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: (previous) => previous,
    refetchInterval: (query) => {
      if (query.state.error) return isProblem(query.state.error, 'upstream_unavailable') ? 5_000 : false
      return query.state.data?.pages[0]?.coverage.isReading ? 1_500 : 15_000
    },
  })
}
