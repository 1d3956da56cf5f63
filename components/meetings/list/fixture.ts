import type { Meeting, MeetingDetail } from '#lib/meetings/schema.ts'

/** A scheduled meeting of the company for tests, 10:00–11:00 UTC on 24 November 2026. */
export function meetingOf(part: Partial<Meeting> = {}): Meeting {
  const startsAt = part.startsAt === undefined ? '2026-11-24T10:00:00.000Z' : part.startsAt
  const start = startsAt === null ? null : Date.parse(startsAt)
  return {
    id: '0192aaaa-0000-7000-8000-000000000001',
    gotoMeetingId: '123456789',
    subject: 'Product training',
    startsAt,
    endsAt: start === null ? null : new Date(start + 3_600_000).toISOString(),
    zone: 'Europe/Berlin',
    kind: start === null ? 'room' : 'scheduled',
    state: 'scheduled',
    stateSince: null,
    stateFrom: 'plan',
    organizer: { personId: 'p1', name: 'Dana Reyes', email: 'dana@example.com' },
    group: null,
    visibility: 'company',
    invited: [],
    invitedGroups: [],
    agenda: '',
    audio: '',
    joinWindow:
      start === null
        ? null
        : { opensAt: new Date(start - 900_000).toISOString(), closesAt: new Date(start + 10_800_000).toISOString() },
    joinPresses: 0,
    cancelsAt: null,
    can: { join: true, start: false, edit: false, cancel: false, undo: false, attendees: false },
    ...part,
  }
}

/** The same with what its own page shows. */
export function detailOf(part: Partial<MeetingDetail> = {}): MeetingDetail {
  return {
    ...meetingOf(part),
    version: 1,
    origin: 'foyer',
    joinUrl: 'https://meet.goto.com/123456789',
    audioOption: 'Hybrid',
    passwordRequired: false,
    coorganizers: [],
    groupPeople: [],
    notMine: [],
    room: null,
    cancelFailure: null,
    mayBeDeleted: false,
    stateAsOf: null,
    startsOnTime: false,
    company: null,
    sessions: [],
    ...part,
  }
}
