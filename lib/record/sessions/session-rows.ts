import type { RowOf } from '#lib/db/folded-columns.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import type { SessionAttendee, SessionSummary } from '#lib/record/schema.ts'
import type { Stay } from '#lib/record/who/group-stays.ts'
import { report } from './report.ts'

/** What lists show of a session: none of its stays, of which there may be hundreds. */
export const summaryParts = {
  organizer: { include: { group: true } },
  occurrence: true,
  meeting: { select: { id: true, kind: true } },
} as const satisfies Prisma.SessionInclude

/** With who came. */
export const sessionParts = {
  ...summaryParts,
  meeting: { select: { id: true, kind: true, invited: { select: { personId: true, required: true } } } },
  attendances: { include: { person: { select: { id: true, name: true } } } },
} as const satisfies Prisma.SessionInclude

export type SummaryRow = RowOf<Prisma.$SessionPayload, { include: typeof summaryParts }>
export type SessionRow = RowOf<Prisma.$SessionPayload, { include: typeof sessionParts }>

export function viewSummary(row: SummaryRow, people = row.people ?? 0): SessionSummary {
  const { organizer, occurrence } = row
  const hasAttendees = row.attendeesReadAt !== null
  return {
    id: row.id,
    gotoMeetingId: String(row.gotoMeetingId),
    // The public id of a meeting: the occurrence's, or the meeting's own for a dateless room (decision 003).
    meetingId: row.occurrenceId ?? row.meetingId,
    subject: row.subject,
    kind: row.kind as SessionSummary['kind'],
    organizer: { personId: organizer.personId, name: organizer.name, email: organizer.email },
    group: organizer.group && { id: organizer.group.id, name: organizer.group.name },
    // The times of a meeting of right now are GoTo's form, not anybody's plan (goto-api.md 9.3).
    plannedStartsAt: row.kind === 'instant' ? null : (occurrence?.startsAt.toISOString() ?? null),
    plannedEndsAt: row.kind === 'instant' ? null : (occurrence?.endsAt.toISOString() ?? null),
    startedAt: row.startedAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    minutes: row.endedAt && Math.round((row.endedAt.getTime() - row.startedAt.getTime()) / 60_000),
    // Whoever GoTo counts and does not name is counted all the same: nobody named is not nobody there.
    people: hasAttendees && people > 0 ? people : row.attendeeCount,
    hasAttendees,
  }
}

/** The people of its report. */
export function attendeesOf(
  row: Pick<SessionRow, 'startedAt' | 'endedAt' | 'organizer' | 'meeting' | 'attendances'>,
  isSought?: (stay: Stay) => boolean,
): SessionAttendee[] {
  return report({ ...row, invited: row.meeting?.invited ?? [] }, row.attendances.map(stayOf), isSought)
}

function stayOf(row: SessionRow['attendances'][number]): Stay {
  const { id, typedName, typedEmail, joinedAt, leftAt, person, confidence } = row
  return { id, typedName, typedEmail, joinedAt, leftAt, person, confidence, reasons: row.reasons as string[] }
}
