import type { RowOf } from '#lib/db/folded-columns.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import type { SessionAttendee, SessionSummary } from '#lib/record/schema.ts'
import type { Stay } from '#lib/record/who/stay.ts'
import { punctualityOf } from './punctuality.ts'
import { report } from './report.ts'
import { type HeldRow, wholeOf } from './sittings.ts'

/** What lists show of a session: none of its stays, of which there may be hundreds. */
export const summaryParts = {
  organizer: { include: { group: true } },
  occurrence: {
    include: { runs: { select: { id: true, organizerId: true }, orderBy: [{ startedAt: 'asc' }, { id: 'asc' }] } },
  },
  meeting: { select: { id: true, kind: true } },
} as const satisfies Prisma.SessionInclude

/** With attendance. */
export const sessionParts = {
  ...summaryParts,
  meeting: { select: { id: true, kind: true, invited: { select: { personId: true, required: true } } } },
  attendances: { include: { person: { select: { id: true, name: true } } } },
} as const satisfies Prisma.SessionInclude

export type SummaryRow = RowOf<Prisma.$SessionPayload, { include: typeof summaryParts }>
export type SessionRow = RowOf<Prisma.$SessionPayload, { include: typeof sessionParts }>

/** `people`: as its report counts them; null: GoTo names nobody, or they aren't counted yet. */
export function viewSummary(row: SummaryRow, { people }: Pick<SummaryRow, 'people'> = row): SessionSummary {
  const { organizer } = row
  const { plannedStartsAt, plannedEndsAt } = plannedTimes(row)
  const hasAttendees = row.attendeesReadAt !== null
  return {
    id: row.id,
    gotoMeetingId: String(row.gotoMeetingId),
    // A meeting's public id: the occurrence's, or the meeting's own for a dateless room (decision 003).
    meetingId: row.occurrenceId ?? row.meetingId,
    subject: row.subject,
    kind: row.kind as SessionSummary['kind'],
    organizer: { personId: organizer.personId, name: organizer.name, email: organizer.email },
    group: organizer.group && { id: organizer.group.id, name: organizer.group.name },
    plannedStartsAt: plannedStartsAt?.toISOString() ?? null,
    plannedEndsAt: plannedEndsAt?.toISOString() ?? null,
    sitting: sittingOf(row),
    startedAt: row.startedAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    minutes: row.endedAt && Math.round((row.endedAt.getTime() - row.startedAt.getTime()) / 60_000),
    // People GoTo counts but doesn't name still count: nobody named doesn't mean nobody there.
    people: hasAttendees ? (people ?? row.attendeeCount) : row.attendeeCount,
    hasAttendees,
  }
}

/** Which sitting of its meeting a session is; runs of another organizer are none of it. */
export function sittingOf({ id, organizerId, occurrence }: SummaryRow): SessionSummary['sitting'] {
  const runs = runsOf({ organizerId, occurrence })
  return runs.length < 2 ? null : { nth: runs.findIndex((run) => run.id === id) + 1, of: runs.length }
}

function runsOf({ organizerId, occurrence }: Pick<SummaryRow, 'organizerId' | 'occurrence'>): { id: string }[] {
  return (occurrence?.runs ?? []).filter((run) => run.organizerId === organizerId)
}

/** How many people a report has, notetakers aside. null: it names nobody at all. */
export function peopleOf(attendees: readonly Pick<SessionAttendee, 'kind'>[]): number | null {
  return attendees.length === 0 ? null : attendees.filter(({ kind }) => kind !== 'notetaker').length
}

export type Seen = {
  /** A further sitting is running, or GoTo hasn't reported it. */
  isPending?: boolean
  isSought?: (stay: Stay) => boolean
}

/** The report rows for one session, or for all sittings of one meeting, first one first. */
export function attendeesOf(
  sittings: readonly [AttendedRow, ...AttendedRow[]],
  { isPending = false, isSought }: Seen = {},
) {
  const whole = wholeOf(sittings)
  const [first] = sittings
  const times = { ...whole, ...plannedFor(sittings, isPending) }
  const stays = sittings.flatMap(({ attendances }, before) =>
    attendances.map((row) => ({ ...stayOf(row), sitting: sittings.length > 1 ? before + 1 : undefined })),
  )
  const people = report(
    { ...whole, organizer: first.organizer, invited: first.meeting?.invited ?? [] },
    stays,
    isSought,
  )
  return people.map(
    (person): SessionAttendee => ({
      ...person,
      ...(person.kind === 'notetaker' || (person.mayBe ?? 1) > 1 ? noPunctuality : punctualityOf(person, times)),
    }),
  )
}

/** Nobody waits for a notetaker, and one caller who dialled in again is two rows. */
const noPunctuality = { isLate: null, leftEarly: null }

type AttendedRow = HeldRow &
  Pick<SessionRow, 'id' | 'kind' | 'organizerId' | 'organizer' | 'occurrence' | 'meeting' | 'attendances'>

/** The plan as these sittings can be held to it: only the first sitting of a meeting starts late, and only its last ends early. */
function plannedFor(sittings: readonly [AttendedRow, ...AttendedRow[]], isPending: boolean) {
  const [first] = sittings
  const { plannedStartsAt, plannedEndsAt } = plannedTimes(first)
  const runs = runsOf(first)
  const has = (run: { id: string } | undefined) => run === undefined || sittings.some(({ id }) => id === run.id)
  return {
    plannedStartsAt: has(runs[0]) ? plannedStartsAt : null,
    plannedEndsAt: has(runs.at(-1)) && !isPending ? plannedEndsAt : null,
  }
}

/** An instant meeting's times are a formality of GoTo's, not anybody's plan (goto-api.md 9.3). */
function plannedTimes({ kind, occurrence }: Pick<SummaryRow, 'kind' | 'occurrence'>) {
  const planned = kind === 'instant' ? null : occurrence
  return { plannedStartsAt: planned?.startsAt ?? null, plannedEndsAt: planned?.endsAt ?? null }
}

export function stayOf(row: SessionRow['attendances'][number]): Stay {
  const { id, typedName, typedEmail, joinedAt, leftAt, person, confidence } = row
  return { id, typedName, typedEmail, joinedAt, leftAt, person, confidence, reasons: row.reasons as string[] }
}
