/** Everything announced through the outbox. Payloads hold ids, never personal data or secrets. */
export type FoyerEvent =
  /** An administrator lends a grant: company-wide reading becomes possible. */
  | { kind: 'grant.lent'; key: string; payload: { personId: string } }
  /** A sign-in at GoTo left a grant here; `isLent`: one lent before, which can be used for reading again. */
  | { kind: 'grant.kept'; key: string; payload: { personId: string; isLent: boolean } }
  /** "Sync now" was pressed. */
  | { kind: 'sync.requested'; key: string; payload: { allowRemovals: boolean } }
  /**
   * A meeting is new, changed or gone, here or at GoTo; `key` is its row's id. One event per meeting and transaction.
   */
  | { kind: 'meeting.created' | 'meeting.changed' | 'meeting.cancelled'; key: string; payload: { meetingId: string } }
  /** Cancel was pressed: it is sent to GoTo unless somebody undoes it. */
  | { kind: 'meeting.cancel-asked'; key: string; payload: { meetingId: string } }
  /** An organizer is starting a meeting: it may go live any moment. */
  | { kind: 'meeting.start-pressed'; key: string; payload: { organizerId: string } }
  /** A room that was live no longer is: its session will soon be in the history. `key` is GoTo's meeting id. */
  | { kind: 'room.ended'; key: string; payload: { organizerId: string; gotoMeetingId: string } }
  /** Somebody asks for a past that has not been read yet, with their own grant. */
  | {
      kind: 'history.asked'
      key: string
      payload: { personId: string; organizerIds: string[]; from: string; to: string; withAttendees: boolean }
    }
  /** The attendees of a session are stored. */
  | { kind: 'session.captured'; key: string; payload: { sessionId: string } }

export type EventKind = FoyerEvent['kind']
export type EventOf<K extends EventKind> = Extract<FoyerEvent, { kind: K }>
