import type { SessionAttendee } from '#lib/record/schema.ts'
import { mergeGroups, type Stay } from '#lib/record/who/group-stays.ts'
import { nameKey } from '#lib/record/who/name-key.ts'

export type ReportedSession = {
  startedAt: Date
  endedAt: Date | null
  /** How long all of its sittings took together; left out: from its start to its end. */
  lengthMs?: number | null
  organizer: { personId: string; name: string; email: string }
  /** Who was invited to the planned meeting, and whether they were required. */
  invited: readonly { personId: string; required: boolean }[]
}
/** A row of the report before it is held against the plan: see `punctualityOf`. */
export type ReportedPerson = Omit<SessionAttendee, 'isLate' | 'leftEarly'>

/**
 * The attendance report: one row per person, the organizer first, then whoever was required, then whoever else was
 * invited, each by their first join. Pure, and of no order.
 * `isSought` leaves out people none of whose stays is sought; who is left is whole.
 */
export function report(
  session: ReportedSession,
  stays: readonly Stay[],
  isSought: (stay: Stay) => boolean = () => true,
): ReportedPerson[] {
  const invited = new Map(session.invited.map(({ personId, required }) => [personId, required]))
  return mergeGroups(stays)
    .filter((group) => group.some(isSought))
    .map((group) => attendee(session, group, invited))
    .map((row) => ({ row, text: textOf(row) }))
    .sort(
      (a, b) =>
        rank(a.row) - rank(b.row) ||
        compare(a.row.firstJoin ?? unknown, b.row.firstJoin ?? unknown) ||
        compare(a.text, b.text),
    )
    .map(({ row }) => row)
}

function attendee(
  session: ReportedSession,
  stays: readonly Stay[],
  invited: ReadonlyMap<string, boolean>,
): ReportedPerson {
  const ordered = [...stays].sort(
    (a, b) =>
      compare(textOfTime(a.joinedAt), textOfTime(b.joinedAt)) ||
      compare(textOfTime(a.leftAt), textOfTime(b.leftAt)) ||
      compare(a.typedName, b.typedName) ||
      compare(a.id, b.id),
  )
  const known = ordered.filter((stay) => stay.person !== null)
  const typedName = ordered.find((stay) => stay.typedName !== '')?.typedName ?? ''
  const presentMs = unionMs(ordered)
  const isOrganizer = ordered.some((stay) => isOf(session.organizer, stay))
  const said = known.length > 0 ? known : ordered
  const personId = known[0]?.person?.id ?? null
  return {
    key: ordered[0]?.id ?? '',
    personId,
    name: known[0]?.person?.name ?? (typedName || 'No name given'),
    typedName,
    email: ordered.find((stay) => stay.typedEmail !== '')?.typedEmail ?? null,
    role: isOrganizer ? 'organizer' : 'attendee',
    required: requiredOf(personId === null ? undefined : invited.get(personId)),
    firstJoin: earliest(ordered.map(({ joinedAt }) => joinedAt))?.toISOString() ?? null,
    lastLeave: latest(ordered.map(({ leftAt }) => leftAt))?.toISOString() ?? null,
    minutes: presentMs === null ? null : Math.round(presentMs / 6_000) / 10,
    share: shareOf(presentMs, session),
    intervals: ordered.map(({ joinedAt, leftAt }) => ({
      joinedAt: joinedAt?.toISOString() ?? null,
      leftAt: leftAt?.toISOString() ?? null,
    })),
    confidence: known.length > 0 ? Math.max(...known.map((stay) => stay.confidence ?? 0)) : null,
    reasons: [...new Set(said.flatMap((stay) => stay.reasons))],
  }
}

/** Something that lasted; null: nobody knows from when, or until when. */
export type Span = { joinedAt: Date | null; leftAt: Date | null }

/** Milliseconds present: the union, so that two devices at once count once. null: not all of their times are known. */
export function unionMs(stays: readonly Span[]): number | null {
  const spans: [from: number, to: number][] = []
  for (const { joinedAt, leftAt } of stays) {
    if (joinedAt === null || leftAt === null) return null
    spans.push([joinedAt.getTime(), leftAt.getTime()])
  }
  let total = 0
  let until = Number.NEGATIVE_INFINITY
  for (const [joined, left] of spans.sort(([a], [b]) => a - b)) {
    const from = Math.max(joined, until)
    if (left > from) total += left - from
    until = Math.max(until, left)
  }
  return total
}

/** Stays may reach beyond the session as GoTo tells it: they are shown as they are, the share ends at the whole. */
function shareOf(
  presentMs: number | null,
  { startedAt, endedAt, lengthMs = endedAt && endedAt.getTime() - startedAt.getTime() }: ReportedSession,
): number | null {
  if (presentMs === null || lengthMs === null) return null
  return lengthMs > 0 ? Math.min(1, Math.round((presentMs / lengthMs) * 1_000) / 1_000) : 1
}

function earliest(times: readonly (Date | null)[]): Date | null {
  return times.reduce((a, b) => (a && b ? (b < a ? b : a) : (a ?? b)), null)
}

function latest(times: readonly (Date | null)[]): Date | null {
  return times.reduce((a, b) => (a && b ? (b > a ? b : a) : (a ?? b)), null)
}

/** Behind every time that is known. */
const unknown = '\uffff'

function textOfTime(at: Date | null): string {
  return at?.toISOString() ?? unknown
}

/** By who it is, by the address, or, where none was typed, by the exact name. */
function isOf(organizer: ReportedSession['organizer'], stay: Stay): boolean {
  if (stay.person) return stay.person.id === organizer.personId
  if (stay.typedEmail !== '') return stay.typedEmail.toLowerCase() === organizer.email.toLowerCase()
  return nameKey(stay.typedName) === nameKey(organizer.name)
}

function requiredOf(isRequired: boolean | undefined): SessionAttendee['required'] {
  if (isRequired === undefined) return null
  return isRequired ? 'required' : 'optional'
}

function rank({ role, required }: ReportedPerson): number {
  if (role === 'organizer') return 0
  return required === 'required' ? 1 : required === 'optional' ? 2 : 3
}

function textOf(row: ReportedPerson): string {
  return JSON.stringify([nameKey(row.typedName), row.typedName, row.email, row.lastLeave ?? unknown, row.key])
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
