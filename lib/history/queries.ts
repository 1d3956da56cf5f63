import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api } from '#lib/http/api.ts'
import { isProblem } from '#lib/http/problem.ts'
import type { AttendanceList, HistoryFilter, Session, SessionList } from './schema.ts'

export const historyKey = ['history'] as const

/** Past sessions, asked again soon while GoTo is still being read. */
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

/** The attendance report; asked again while its attendees may come. */
export function sessionQuery(id: string) {
  return queryOptions({
    queryKey: ['session', id] as const,
    queryFn: ({ signal }) => api<Session>(`/api/history/${encodeURIComponent(id)}`, { signal }),
    refetchInterval: (query) => {
      const because = query.state.data?.unreadBecause
      if (because === 'preparing') return 2_000
      return because === 'failed' ? 10_000 : false
    },
  })
}

export function attendanceQuery(filter: HistoryFilter) {
  return infiniteQueryOptions({
    queryKey: ['attendance', filter] as const,
    queryFn: ({ pageParam, signal }) =>
      api<AttendanceList>('/api/attendance', { query: { ...filter, cursor: pageParam ?? undefined }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: (previous) => previous,
    refetchInterval: (query) => {
      const coverage = query.state.data?.pages[0]?.coverage
      if (coverage?.isReading) return 1_500
      // What GoTo has not told yet comes by itself; what could not be read is asked for with the next look.
      return coverage && coverage.sessionsWaiting > 0 && coverage.missing.length === 0 ? 15_000 : false
    },
  })
}
