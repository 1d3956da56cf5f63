import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api } from '#lib/http/api.ts'
import type { AttendanceList, HistoryFilter, MeetingReport, Session } from './schema.ts'

/** The attendance report of one session, or of all sittings of its meeting. */
export function sessionQuery(id: string, sittings?: 'all') {
  return queryOptions({
    queryKey: sittings ? (['session', id, sittings] as const) : (['session', id] as const),
    queryFn: ({ signal }) => api<Session>(`/api/history/${encodeURIComponent(id)}`, { query: { sittings }, signal }),
    refetchInterval: (query) => askAgainMs(query.state.data?.unreadBecause),
  })
}

/** The same across all sittings of a planned meeting. */
export function meetingReportQuery(meetingId: string) {
  return queryOptions({
    queryKey: ['meeting-report', meetingId] as const,
    queryFn: ({ signal }) => api<MeetingReport>(`/api/meetings/${encodeURIComponent(meetingId)}/report`, { signal }),
    refetchInterval: (query) => askAgainMs(query.state.data?.unreadBecause),
  })
}

/** A report is refetched while attendees may still come. */
function askAgainMs(because: Session['unreadBecause'] | undefined): number | false {
  if (because === 'preparing') return 2_000
  return because === 'failed' || because === 'not-over' ? 10_000 : false
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
      // Unreported attendance arrives by itself; failed reads are retried with the next look.
      return coverage && coverage.sessionsWaiting > 0 && coverage.missing.length === 0 ? 15_000 : false
    },
  })
}
