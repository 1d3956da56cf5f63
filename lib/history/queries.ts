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

/** The attendance report; asked again while its attendees are not stored yet. */
export function sessionQuery(id: string) {
  return queryOptions({
    queryKey: ['session', id] as const,
    queryFn: ({ signal }) => api<Session>(`/api/history/${encodeURIComponent(id)}`, { signal }),
    refetchInterval: (query) => (query.state.data && query.state.data.asOf === null ? 2_000 : false),
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
    refetchInterval: (query) => (query.state.data?.pages[0]?.coverage.isReading ? 1_500 : false),
  })
}
