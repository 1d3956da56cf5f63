import type { Session } from '#lib/db/generated/client.ts'
import type { FoundSession, KnownSession } from './reconcile-sessions.ts'

/** A stored run as GoTo's tellings are compared with it. */
export function knownSession(row: Session): KnownSession {
  return {
    id: row.id,
    gotoMeetingId: String(row.gotoMeetingId),
    gotoSessionId: row.gotoSessionId === null ? null : String(row.gotoSessionId),
    meetingInstanceKey: row.meetingInstanceKey === null ? null : String(row.meetingInstanceKey),
    subject: row.subject,
    kind: row.kind as FoundSession['kind'],
    startedAt: row.startedAt.toISOString(),
    endedAt: row.endedAt.toISOString(),
    attendeeCount: row.attendeeCount,
  }
}

/** The columns of a telling. */
export function sessionColumns(session: FoundSession) {
  return {
    gotoMeetingId: BigInt(session.gotoMeetingId),
    gotoSessionId: session.gotoSessionId === null ? null : BigInt(session.gotoSessionId),
    meetingInstanceKey: session.meetingInstanceKey === null ? null : BigInt(session.meetingInstanceKey),
    subject: session.subject,
    kind: session.kind,
    startedAt: new Date(session.startedAt),
    endedAt: new Date(session.endedAt),
    attendeeCount: session.attendeeCount,
  }
}
