import type { PastSession, Session, SessionAttendee } from '#lib/history/schema.ts'

/** Somebody who was there the whole time, for tests. */
export function attendeeOf(part: Partial<SessionAttendee> = {}): SessionAttendee {
  const firstJoin = part.firstJoin ?? '2026-11-24T09:03:00.000Z'
  const lastLeave = part.lastLeave ?? '2026-11-24T10:12:00.000Z'
  return {
    key: part.name ?? 'Bill Beaker',
    personId: null,
    name: 'Bill Beaker',
    typedName: part.name ?? 'Bill Beaker',
    alsoTyped: [],
    email: null,
    kind: 'person',
    mayBeAtLeast: null,
    mayBe: null,
    note: null,
    role: 'attendee',
    required: null,
    firstJoin,
    lastLeave,
    minutes: 69,
    share: 1,
    intervals: [{ joinedAt: firstJoin, leftAt: lastLeave, sitting: null }],
    confidence: null,
    reasons: [],
    isLate: null,
    leftEarly: null,
    ...part,
  }
}

/** A session of Olivia's for tests: planned 10:00–11:00 in Berlin on 24 November 2026, held 10:03–11:12. */
export function sessionOf(part: Partial<Session> = {}): Session {
  return {
    id: 's1',
    gotoMeetingId: '123456789',
    meetingId: null,
    subject: 'HR benefits meeting',
    kind: 'scheduled',
    organizer: { personId: 'p1', name: 'Olivia Marsh', email: 'olivia@example.com' },
    group: null,
    plannedStartsAt: '2026-11-24T09:00:00.000Z',
    plannedEndsAt: '2026-11-24T10:00:00.000Z',
    sitting: null,
    startedAt: '2026-11-24T09:03:00.000Z',
    endedAt: '2026-11-24T10:12:00.000Z',
    minutes: 69,
    people: part.attendees?.length ?? 0,
    hasAttendees: true,
    attendees: [],
    missing: [],
    required: null,
    identified: null,
    unreadRows: 0,
    unnamed: 0,
    couldBe: part.unidentified ?? 0,
    isCertain: (part.unidentified ?? 0) === 0,
    pending: null,
    unidentified: 0,
    sittings: [{ sessionId: 's1', startedAt: '2026-11-24T09:03:00.000Z', endedAt: '2026-11-24T10:12:00.000Z' }],
    siblings: [{ id: 's1', startedAt: '2026-11-24T09:03:00.000Z', endedAt: '2026-11-24T10:12:00.000Z' }],
    asOf: '2026-11-24T10:15:00.000Z',
    unreadBecause: null,
    ...part,
  }
}

/** The same session as the history lists it. */
export function pastOf({
  whole = null,
  fewestPeople = null,
  ...part
}: Partial<Session & PastSession> = {}): PastSession {
  return { ...sessionOf(part), fewestPeople, whole }
}
