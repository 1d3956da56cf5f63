import { attendeeByMeeting } from './attendee-rows.ts'
import { listedMeetings } from './deprecated-rows.ts'
import { historicalMeeting, meetingById, meetingCreated, startUrl, upcomingMeeting } from './meeting-rows.ts'
import { type GotoCallRecord, long, many, nothing, one, plain } from './record.ts'
import * as ask from './requests.ts'

const meetings = { api: 'meetings', who: 'organizer', replay: 'safe', isDeprecated: false, spec: 'S1' } as const
const read = { ...meetings, method: 'GET', status: 200, body: null } as const

/** goto-api.md 5. */
export const meetingCalls = {
  createMeeting: {
    ...meetings,
    method: 'POST',
    path: '/meetings',
    params: null,
    query: null,
    body: ask.meetingRequest,
    status: 201,
    statuses: [201, 400],
    response: one(meetingCreated),
    replay: 'never',
    source: 'goto-api.md 5.1, 5.2',
  },
  getMeeting: {
    ...read,
    path: '/meetings/{meetingId}',
    params: ask.byMeeting,
    query: null,
    statuses: [200, 404],
    response: one(meetingById),
    source: 'goto-api.md 5.1, 5.3',
  },
  updateMeeting: {
    ...meetings,
    method: 'PUT',
    path: '/meetings/{meetingId}',
    params: ask.byMeeting,
    query: null,
    body: ask.meetingRequest,
    status: 204,
    statuses: [204, 400, 404],
    response: nothing,
    source: 'goto-api.md 5.1, 5.2',
  },
  deleteMeeting: {
    ...meetings,
    method: 'DELETE',
    path: '/meetings/{meetingId}',
    params: ask.byMeeting,
    query: null,
    body: null,
    status: 204,
    statuses: [204, 400, 404],
    response: nothing,
    source: 'goto-api.md 5.1, 9.5',
  },
  startMeeting: {
    ...read,
    path: '/meetings/{meetingId}/start',
    params: ask.byMeeting,
    query: null,
    statuses: [200],
    response: plain(startUrl),
    source: 'goto-api.md 5.1, 5.4',
  },
  listAttendees: {
    ...read,
    path: '/meetings/{meetingId}/attendees',
    params: ask.byMeeting,
    query: null,
    statuses: [200, 404],
    response: long(attendeeByMeeting, 'meetingId'),
    who: 'organizer or admin',
    source: 'goto-api.md 5.1, 5.7',
  },
  listUpcomingMeetings: {
    ...read,
    path: '/upcomingMeetings',
    params: null,
    query: null,
    statuses: [200, 403],
    response: many(upcomingMeeting, 'meetingId'),
    source: 'goto-api.md 5.1, 5.5',
  },
  listHistoricalMeetings: {
    ...read,
    path: '/historicalMeetings',
    params: null,
    query: ask.range,
    statuses: [200, 400, 403, 404],
    response: many(historicalMeeting, 'meetingId'),
    confirmedBy: 'listUpcomingMeetings',
    source: 'goto-api.md 5.1, 5.6',
  },
  listMeetings: {
    ...read,
    path: '/meetings',
    params: null,
    query: ask.historyOrScheduledOrNothing,
    statuses: [200, 400],
    response: listedMeetings,
    isDeprecated: true,
    source: 'goto-api.md 5.1, 5.8',
  },
} as const satisfies Record<string, GotoCallRecord>
