import type { RowOf } from '#lib/db/folded-columns.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import type { FoundSession, KnownSession } from './reconcile-sessions.ts'

/** A stored run in the form GoTo's reports are compared with. */
export function knownSession(row: RowOf<Prisma.$SessionPayload, object>): KnownSession {
  return {
    id: row.id,
    gotoMeetingId: String(row.gotoMeetingId),
    gotoSessionId: row.gotoSessionId,
    meetingInstanceKey: row.meetingInstanceKey,
    subject: row.subject,
    kind: row.kind as FoundSession['kind'],
    startedAt: row.startedAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    attendeeCount: row.attendeeCount,
  }
}

/** The columns GoTo's report fills. */
export function sessionColumns(session: FoundSession) {
  return {
    gotoMeetingId: BigInt(session.gotoMeetingId),
    gotoSessionId: session.gotoSessionId,
    meetingInstanceKey: session.meetingInstanceKey,
    subject: session.subject,
    kind: session.kind,
    startedAt: new Date(session.startedAt),
    endedAt: session.endedAt === null ? null : new Date(session.endedAt),
    attendeeCount: session.attendeeCount,
  }
}
