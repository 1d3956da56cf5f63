import { api } from '#lib/http/api.ts'
import { meetingAddress } from './meeting-queries.ts'
import type {
  HostAnswer,
  JoinAnswer,
  JoinByIdAnswer,
  Meeting,
  MeetingChange,
  MeetingDetail,
  MeetingDraft,
} from './schema.ts'

/** With the same `requestId` again it returns the outcome, and never creates a second one. */
export function createMeeting(draft: Partial<MeetingDraft>): Promise<Meeting> {
  return api<Meeting>('/api/meetings', { method: 'POST', body: draft })
}

export function changeMeeting(id: string, change: Partial<MeetingChange>): Promise<MeetingDetail> {
  return api<MeetingDetail>(meetingAddress(id), { method: 'PUT', body: change })
}

/** Marks it as being cancelled everywhere at once; it is sent to GoTo some seconds later. */
export function cancelMeeting(id: string): Promise<Meeting> {
  return api<Meeting>(meetingAddress(id), { method: 'DELETE' })
}

/** Undo, while it is only marked. */
export function undoCancellation(id: string): Promise<Meeting> {
  return api<Meeting>(`${meetingAddress(id)}/cancellation`, { method: 'DELETE' })
}

export function startMeeting(id: string): Promise<HostAnswer> {
  return api<HostAnswer>(`${meetingAddress(id)}/start`, { method: 'POST', body: {} })
}

export function endMeeting(id: string): Promise<HostAnswer> {
  return api<HostAnswer>(`${meetingAddress(id)}/end`, { method: 'POST', body: {} })
}

/** A click on Join: recorded, and answered with where the meeting is and whether it has started. */
export function pressJoin(id: string): Promise<JoinAnswer> {
  return api<JoinAnswer>(`${meetingAddress(id)}/join`, { method: 'POST', body: {} })
}

/** Joins by a typed ID; Foyer need not know the meeting. */
export function pressJoinById(meetingId: string): Promise<JoinByIdAnswer> {
  return api<JoinByIdAnswer>('/api/meetings/join', { method: 'POST', body: { meetingId } })
}
