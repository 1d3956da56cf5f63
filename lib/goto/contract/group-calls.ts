import { attendeeByGroup } from './attendee-rows.ts'
import { listedMeetingsByGroup } from './deprecated-rows.ts'
import { historicalMeetingByGroup, upcomingMeetingByGroup } from './meeting-rows.ts'
import { organizer, organizerGroup, organizerShort } from './organizer-rows.ts'
import { type GotoCallRecord, many, one } from './record.ts'
import * as ask from './requests.ts'

const groups = { api: 'meetings', who: 'admin', replay: 'safe', isDeprecated: false, spec: 'S1' } as const
const read = { ...groups, method: 'GET', status: 200, body: null } as const

/** goto-api.md 7. Meetings and attendees only work for groups of at most 50 organizers. */
export const groupCalls = {
  listGroups: {
    ...read,
    path: '/groups',
    params: null,
    query: null,
    statuses: [200, 403],
    response: many(organizerGroup, 'groupKey'),
    source: 'goto-api.md 7',
  },
  listOrganizersByGroup: {
    ...read,
    path: '/groups/{groupKey}/organizers',
    params: ask.byGroup,
    query: null,
    statuses: [200, 400, 403],
    response: many(organizer, 'organizerKey'),
    source: 'goto-api.md 7',
  },
  createOrganizerInGroup: {
    ...groups,
    method: 'POST',
    path: '/groups/{groupKey}/organizers',
    params: ask.byGroup,
    query: null,
    body: ask.organizerRequest,
    status: 201,
    statuses: [201, 400, 403, 409],
    response: one(organizerShort),
    replay: 'never',
    source: 'goto-api.md 7',
  },
  listAttendeesByGroup: {
    ...read,
    path: '/groups/{groupKey}/attendees',
    params: ask.byGroup,
    query: ask.optionalRange,
    statuses: [200, 400],
    response: many(attendeeByGroup, 'meetingId'),
    source: 'goto-api.md 7',
  },
  listHistoricalMeetingsByGroup: {
    ...read,
    path: '/groups/{groupKey}/historicalMeetings',
    params: ask.byGroup,
    query: ask.range,
    statuses: [200, 400, 403, 500],
    response: many(historicalMeetingByGroup, 'meetingId'),
    source: 'goto-api.md 7',
  },
  listUpcomingMeetingsByGroup: {
    ...read,
    path: '/groups/{groupKey}/upcomingMeetings',
    params: ask.byGroup,
    query: null,
    statuses: [200, 400, 403, 500],
    response: many(upcomingMeetingByGroup, 'meetingId'),
    source: 'goto-api.md 7',
  },
  listMeetingsByGroup: {
    ...read,
    path: '/groups/{groupKey}/meetings',
    params: ask.byGroup,
    query: ask.historyOrScheduled,
    statuses: [200, 400],
    response: listedMeetingsByGroup,
    isDeprecated: true,
    source: 'goto-api.md 7',
  },
} as const satisfies Record<string, GotoCallRecord>
