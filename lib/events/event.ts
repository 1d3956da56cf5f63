/** Everything that is told through the outbox. Payloads hold ids, never personal data or secrets. */
export type FoyerEvent =
  /** An administrator lends a grant for company-wide reading: there is somebody to read with. */
  | { kind: 'grant.lent'; key: string; payload: { personId: string } }
  /** Somebody's sign-in at GoTo left a grant here; `isLent`: one that was lent before, and can be read with again. */
  | { kind: 'grant.kept'; key: string; payload: { personId: string; isLent: boolean } }
  /** "Sync now" was pressed. */
  | { kind: 'sync.requested'; key: string; payload: { allowRemovals: boolean } }
  /** A meeting is new, changed or gone, here or at GoTo; `key` is its row's id. One event per meeting and transaction. */
  | { kind: 'meeting.created' | 'meeting.changed' | 'meeting.cancelled'; key: string; payload: { meetingId: string } }
  /** Cancel was pressed: GoTo is to be told when nobody undid it. */
  | { kind: 'meeting.cancel-asked'; key: string; payload: { meetingId: string } }
  /** An organizer went to start a meeting: it may be live any moment. */
  | { kind: 'meeting.start-pressed'; key: string; payload: { organizerId: string } }
  /** A room that was live is not any more: its session will be in the history soon. `key` is GoTo's meeting id. */
  | { kind: 'room.ended'; key: string; payload: { organizerId: string; gotoMeetingId: string } }
  /** Somebody looks at a past that was not read yet, with their own right. */
  | {
      kind: 'history.asked'
      key: string
      payload: { personId: string; organizerIds: string[]; from: string; to: string; withAttendees: boolean }
    }
  /** The attendees of a session are stored. */
  | { kind: 'session.captured'; key: string; payload: { sessionId: string } }

export type EventKind = FoyerEvent['kind']
export type EventOf<K extends EventKind> = Extract<FoyerEvent, { kind: K }>
