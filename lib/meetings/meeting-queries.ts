import { queryOptions } from '@tanstack/react-query'
import { api } from '#lib/http/api.ts'
import { isProblem } from '#lib/http/problem.ts'
import type { ConflictQuery, Conflicts, FoundById, JoinState, MeetingAttendees, MeetingDetail } from './schema.ts'

export function getMeeting(id: string, signal?: AbortSignal): Promise<MeetingDetail> {
  return api<MeetingDetail>(meetingAddress(id), signal ? { signal } : {})
}

export function meetingKey(id: string) {
  return ['meeting', id] as const
}

/** One meeting for its page, refreshed while somebody is looking. */
export function meetingQuery(id: string) {
  return queryOptions({
    queryKey: meetingKey(id),
    queryFn: ({ signal }) => getMeeting(id, signal),
    refetchInterval: (query) => (isProblem(query.state.error, 'not_found') ? false : 2_000),
    refetchOnWindowFocus: 'always',
  })
}

/** Who pressed Join. */
export function meetingAttendeesQuery(id: string) {
  return queryOptions({
    queryKey: [...meetingKey(id), 'attendees'] as const,
    queryFn: ({ signal }) => api<MeetingAttendees>(`${meetingAddress(id)}/attendees`, { signal }),
    refetchInterval: 3_000,
  })
}

/** My other meetings at that time. */
export function conflictsQuery(query: ConflictQuery) {
  return queryOptions({
    queryKey: ['meeting-conflicts', query] as const,
    queryFn: ({ signal }) => api<Conflicts>('/api/meetings/conflicts', { query, signal }),
    placeholderData: (previous) => previous,
  })
}

/** What the waiting page asks until the host is there, even while another tab is in front. */
export function joinStateQuery(id: string) {
  return queryOptions({
    queryKey: ['join-state', id] as const,
    queryFn: ({ signal }) => api<JoinState>(`${meetingAddress(id)}/join`, { signal }),
    refetchInterval: 2_500,
    refetchIntervalInBackground: true,
    staleTime: 0,
  })
}

/** Which meeting a typed ID means. Nothing is pressed. */
export function meetingByIdQuery(meetingId: string) {
  return queryOptions({
    queryKey: ['meeting-by-id', meetingId] as const,
    queryFn: ({ signal }) => api<FoundById>('/api/meetings/join', { query: { meetingId }, signal }),
    // What somebody is looking at must not turn into another meeting.
    staleTime: Number.POSITIVE_INFINITY,
  })
}

export function meetingAddress(id: string): string {
  return `/api/meetings/${encodeURIComponent(id)}`
}
