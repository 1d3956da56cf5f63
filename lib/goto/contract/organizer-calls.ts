import { attendeeByOrganizer } from './attendee-rows.ts'
import { listedMeetingsByOrganizer } from './deprecated-rows.ts'
import { historicalMeeting, upcomingMeeting } from './meeting-rows.ts'
import { organizer, organizerShort } from './organizer-rows.ts'
import { type GotoCallRecord, many, nothing, one } from './record.ts'
import * as ask from './requests.ts'

const organizers = { api: 'meetings', who: 'admin', replay: 'safe', isDeprecated: false, spec: 'S1' } as const
const read = { ...organizers, method: 'GET', status: 200, body: null } as const
const remove = { ...organizers, method: 'DELETE', status: 204, body: null, response: nothing } as const
/** Clean-up of one session's data, only in S2. */
const cleanUp = {
  ...remove,
  params: ask.bySession,
  query: null,
  statuses: [204, 404],
  who: 'own key or admin',
  spec: 'S2',
  source: 'goto-api.md 6',
} as const

/**
 * goto-api.md 6. S2 deprecates creating, reading, changing and deleting organizers in favour of the Admin API; S1 does
 * not.
 */
export const organizerCalls = {
  listOrganizers: {
    ...read,
    path: '/organizers',
    params: null,
    query: ask.optionalEmail,
    statuses: [200, 400, 404],
    response: many(organizer, 'organizerKey'),
    source: 'goto-api.md 6',
  },
  createOrganizer: {
    ...organizers,
    method: 'POST',
    path: '/organizers',
    params: null,
    query: null,
    body: ask.organizerRequest,
    status: 201,
    statuses: [201, 400, 403, 409],
    response: one(organizerShort),
    replay: 'never',
    source: 'goto-api.md 6',
  },
  deleteOrganizerByEmail: {
    ...remove,
    path: '/organizers',
    params: null,
    query: ask.requiredEmail,
    statuses: [204, 400],
    // Its only documented failure is a 400: after a replay, "gone already" would look like "refused".
    replay: 'never',
    source: 'goto-api.md 6',
  },
  getOrganizer: {
    ...read,
    path: '/organizers/{organizerKey}',
    params: ask.byOrganizer,
    query: null,
    statuses: [200, 403, 404],
    response: one(organizer),
    who: 'own key or admin',
    source: 'goto-api.md 6',
  },
  updateOrganizer: {
    ...organizers,
    method: 'PUT',
    path: '/organizers/{organizerKey}',
    params: ask.byOrganizer,
    query: null,
    body: ask.organizerStatusRequest,
    status: 204,
    statuses: [204, 400, 403, 404],
    response: nothing,
    source: 'goto-api.md 6',
  },
  deleteOrganizer: {
    ...remove,
    path: '/organizers/{organizerKey}',
    params: ask.byOrganizer,
    query: null,
    statuses: [204, 403, 404],
    source: 'goto-api.md 6',
  },
  listUpcomingMeetingsByOrganizer: {
    ...read,
    path: '/organizers/{organizerKey}/upcomingMeetings',
    params: ask.byOrganizer,
    query: null,
    statuses: [200, 403, 404],
    response: many(upcomingMeeting, 'meetingId'),
    source: 'goto-api.md 6, 5.5',
  },
  listHistoricalMeetingsByOrganizer: {
    ...read,
    path: '/organizers/{organizerKey}/historicalMeetings',
    params: ask.byOrganizer,
    query: ask.range,
    statuses: [200, 400, 403, 404],
    response: many(historicalMeeting, 'meetingId'),
    confirmedBy: 'getOrganizer',
    who: 'own key or admin',
    source: 'goto-api.md 6, 5.6',
  },
  listAttendeesByOrganizer: {
    ...read,
    path: '/organizers/{organizerKey}/attendees',
    params: ask.byOrganizer,
    query: ask.range,
    statuses: [200, 400, 404],
    response: many(attendeeByOrganizer, 'meetingId'),
    confirmedBy: 'getOrganizer',
    source: 'goto-api.md 6',
  },
  listMeetingsByOrganizer: {
    ...read,
    path: '/organizers/{organizerKey}/meetings',
    params: ask.byOrganizer,
    query: ask.historyOrScheduled,
    statuses: [200, 400, 403, 404],
    response: listedMeetingsByOrganizer,
    isDeprecated: true,
    source: 'goto-api.md 6',
  },
  deleteSession: { ...cleanUp, path: '/organizers/{organizerKey}/sessions/{sessionId}' },
  deleteSessionAttendees: { ...cleanUp, path: '/organizers/{organizerKey}/sessions/{sessionId}/attendees' },
  deleteSessionRecordings: { ...cleanUp, path: '/organizers/{organizerKey}/sessions/{sessionId}/recordings' },
} as const satisfies Record<string, GotoCallRecord>
