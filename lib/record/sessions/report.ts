import type { SessionAttendee } from '#lib/record/schema.ts'
import { mergeGroups, type Stay } from '#lib/record/who/group-stays.ts'
import { nameKey } from '#lib/record/who/name-key.ts'

export type ReportedSession = {
  startedAt: Date
  endedAt: Date
  organizer: { personId: string; name: string; email: string }
  /** Who was invited to the planned meeting, and whether they were required. */
  invited: readonly { personId: string; required: boolean }[]
}

/**
 * The attendance report: one row per person, the organizer first, then whoever was required, then whoever else was
 * invited, each by their first join. Pure, and of no order.
 * `isSought` leaves out people none of whose stays is sought; who is left is whole.
 */
export function report(
  session: ReportedSession,
  stays: readonly Stay[],
  isSought: (stay: Stay) => boolean = () => true,
): SessionAttendee[] {
  const invited = new Map(session.invited.map(({ personId, required }) => [personId, required]))
  return mergeGroups(stays)
    .filter((group) => group.some(isSought))
    .map((group) => attendee(session, group, invited))
    .map((row) => ({ row, text: textOf(row) }))
    .sort((a, b) => rank(a.row) - rank(b.row) || compare(a.row.firstJoin, b.row.firstJoin) || compare(a.text, b.text))
    .map(({ row }) => row)
}

function attendee(
  session: ReportedSession,
  stays: readonly Stay[],
  invited: ReadonlyMap<string, boolean>,
): SessionAttendee {
  const ordered = [...stays].sort(
    (a, b) =>
      a.joinedAt.getTime() - b.joinedAt.getTime() ||
      a.leftAt.getTime() - b.leftAt.getTime() ||
      compare(a.typedName, b.typedName) ||
      compare(a.id, b.id),
  )
  const known = ordered.filter((stay) => stay.person !== null)
  const typedName = ordered.find((stay) => stay.typedName !== '')?.typedName ?? ''
  const presentMs = unionMs(ordered)
  const lengthMs = session.endedAt.getTime() - session.startedAt.getTime()
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
    firstJoin: new Date(Math.min(...ordered.map((stay) => stay.joinedAt.getTime()))).toISOString(),
    lastLeave: new Date(Math.max(...ordered.map((stay) => stay.leftAt.getTime()))).toISOString(),
    minutes: Math.round(presentMs / 6_000) / 10,
    // Stays may reach beyond the session as GoTo tells it: they are shown as they are, the share ends at the whole.
    share: lengthMs > 0 ? Math.min(1, Math.round((presentMs / lengthMs) * 1_000) / 1_000) : 1,
    intervals: ordered.map(({ joinedAt, leftAt }) => ({
      joinedAt: joinedAt.toISOString(),
      leftAt: leftAt.toISOString(),
    })),
    confidence: known.length > 0 ? Math.max(...known.map((stay) => stay.confidence ?? 0)) : null,
    reasons: [...new Set(said.flatMap((stay) => stay.reasons))],
  }
}

/** Milliseconds present: the union, so that two devices at once count once. */
export function unionMs(stays: readonly { joinedAt: Date; leftAt: Date }[]): number {
  let total = 0
  let until = Number.NEGATIVE_INFINITY
  for (const { joinedAt, leftAt } of [...stays].sort((a, b) => a.joinedAt.getTime() - b.joinedAt.getTime())) {
    const from = Math.max(joinedAt.getTime(), until)
    if (leftAt.getTime() > from) total += leftAt.getTime() - from
    until = Math.max(until, leftAt.getTime())
  }
  return total
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

function rank({ role, required }: SessionAttendee): number {
  if (role === 'organizer') return 0
  return required === 'required' ? 1 : required === 'optional' ? 2 : 3
}

function textOf(row: SessionAttendee): string {
  return JSON.stringify([nameKey(row.typedName), row.typedName, row.email, row.lastLeave, row.key])
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
