import { lowerEmail } from '#lib/email.ts'
import type { SessionAttendee } from '#lib/record/schema.ts'
import { groupStays, type StayGroup } from '#lib/record/who/group-stays.ts'
import type { Present } from '#lib/record/who/is-crowded.ts'
import { kindOfName } from '#lib/record/who/kind-of-name.ts'
import { mostAtOnce } from '#lib/record/who/most-at-once.ts'
import { nameKey } from '#lib/record/who/name-key.ts'
import type { Stay } from '#lib/record/who/stay.ts'

export type ReportedSession = {
  startedAt: Date
  endedAt: Date | null
  /** How long all sittings took together; omitted: from its start to its end. */
  lengthMs?: number | null
  organizer: { personId: string; name: string; email: string }
  /** Who was invited to the planned meeting, and whether they were required. */
  invited: readonly { personId: string; required: boolean }[]
}
/** A row of the report before it is compared with the plan: see `punctualityOf`. */
export type ReportedPerson = Omit<SessionAttendee, 'isLate' | 'leftEarly'>

/**
 * The attendance report: one row per person, the organizer first, then the required, then others invited, each by first
 * join, and notetakers last. Pure; the order of stays doesn't matter. `isSought` drops people with no sought stay;
 * those left keep all of theirs.
 */
export function report(
  session: ReportedSession,
  stays: readonly Stay[],
  isSought: (stay: Stay) => boolean = () => true,
): ReportedPerson[] {
  const invited = new Map(session.invited.map(({ personId, required }) => [personId, required]))
  const groups = groupStays(stays)
  const mayBe = countPlaceholders(groups)
  const organizer = findOrganizer(session.organizer, groups)
  return groups
    .filter((group) => group.stays.some(isSought))
    .map((group) => attendee(session, group, { invited, mayBe, isOrganizer: group === organizer }))
    .map((row) => ({ row, text: textOf(row) }))
    .sort(
      (a, b) =>
        rank(a.row) - rank(b.row) ||
        compare(a.row.firstJoin ?? unknown, b.row.firstJoin ?? unknown) ||
        compare(a.text, b.text),
    )
    .map(({ row }) => row)
}

type MayBe = Pick<SessionAttendee, 'mayBe' | 'mayBeAtLeast'>

/** How many people the rows of each placeholder name may be, by normalized name. */
function countPlaceholders(groups: readonly StayGroup[]): ReadonlyMap<string, MayBe> {
  const placeholders = groups.filter(({ kind }) => kind === 'placeholder')
  const byName = Map.groupBy(placeholders, ({ stays }) => nameKey(stays[0]?.typedName ?? ''))
  return new Map(
    [...byName].map(([name, same]) => [
      name,
      { mayBe: same.length, mayBeAtLeast: mostAtOnce(same.flatMap((group) => group.stays)) },
    ]),
  )
}

type RowFacts = {
  invited: ReadonlyMap<string, boolean>
  mayBe: ReadonlyMap<string, MayBe>
  isOrganizer: boolean
}

function attendee(
  session: ReportedSession,
  group: StayGroup,
  { invited, mayBe, isOrganizer }: RowFacts,
): ReportedPerson {
  const ordered = [...group.stays].sort(
    (a, b) =>
      compare(textOfTime(a.joinedAt), textOfTime(b.joinedAt)) ||
      compare(textOfTime(a.leftAt), textOfTime(b.leftAt)) ||
      compare(a.typedName, b.typedName) ||
      compare(a.id, b.id),
  )
  const { kind, person } = group
  const [typedName = '', ...alsoTyped] = typedNames(ordered)
  const presentMs = unionMs(ordered)
  return {
    key: ordered[0]?.id ?? '',
    personId: person?.id ?? null,
    name: person?.name ?? (typedName || 'No name given'),
    typedName,
    alsoTyped,
    email: ordered.find((stay) => stay.typedEmail !== '')?.typedEmail ?? null,
    kind,
    mayBe: null,
    mayBeAtLeast: null,
    ...(kind === 'placeholder' ? mayBe.get(nameKey(typedName)) : {}),
    note: group.note,
    role: isOrganizer ? 'organizer' : 'attendee',
    required: requiredOf(person === null ? undefined : invited.get(person.id)),
    firstJoin: earliest(ordered.map(({ joinedAt }) => joinedAt))?.toISOString() ?? null,
    lastLeave: latest(ordered.map(({ leftAt }) => leftAt))?.toISOString() ?? null,
    minutes: presentMs === null ? null : Math.round(presentMs / 6_000) / 10,
    share: shareOf(presentMs, session),
    intervals: ordered.map(({ joinedAt, leftAt }) => ({
      joinedAt: joinedAt?.toISOString() ?? null,
      leftAt: leftAt?.toISOString() ?? null,
    })),
    ...evidenceOf(group, ordered),
  }
}

/** The distinct names of these stays, in order, but the first that identifies somebody comes first. */
function typedNames(ordered: readonly Stay[]): string[] {
  const names = new Map<string, string>()
  for (const { typedName } of ordered) {
    const name = nameKey(typedName)
    if (name !== '' && !names.has(name)) names.set(name, typedName)
  }
  const typed = [...names.values()]
  const said = typed.find((name) => kindOfName(name, '') === 'name') ?? typed[0]
  return said === undefined ? [] : [said, ...typed.filter((name) => name !== said)]
}

/** How the row's person was identified, or why they weren't; empty for a notetaker. */
function evidenceOf(
  { kind, person, doubt }: StayGroup,
  ordered: readonly Stay[],
): Pick<SessionAttendee, 'confidence' | 'reasons'> {
  if (kind === 'notetaker') return { confidence: null, reasons: [] }
  const known = ordered.filter((stay) => person !== null && stay.person?.id === person.id)
  // A stay's evidence for somebody else proves nothing.
  const said = person === null ? ordered.filter((stay) => stay.person === null) : known
  return {
    confidence: person === null ? null : Math.max(...known.map((stay) => stay.confidence ?? 0)),
    reasons: [...new Set([doubt ?? [], ...said.map((stay) => stay.reasons)].flat())],
  }
}

/** Milliseconds present: the union, so that two devices at once count once. null: some times are unknown. */
export function unionMs(stays: readonly Present[]): number | null {
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

/** Stays may reach beyond the session GoTo reports: they are shown as they are, but the share is capped at 1. */
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

/** Sorts after every known time. */
const unknown = '\uffff'

function textOfTime(at: Date | null): string {
  return at?.toISOString() ?? unknown
}

/**
 * The organizer's row: by who they are or by their address; else the only one with exactly their name and no address. An
 * equal name proves nothing beside them.
 */
function findOrganizer(organizer: ReportedSession['organizer'], groups: readonly StayGroup[]): StayGroup | null {
  const people = groups.filter(({ kind }) => kind === 'person')
  const known = people.find(({ person }) => person?.id === organizer.personId)
  if (known) return known
  const strangers = people.filter(({ person }) => person === null)
  const isSameName = ({ typedName }: Stay) => nameKey(typedName) === nameKey(organizer.name)
  const holder = strangers.find(({ stays, doubt, note }) =>
    stays.some(
      (stay) =>
        stay.typedEmail !== '' &&
        lowerEmail(stay.typedEmail) === lowerEmail(organizer.email) &&
        (isSameName(stay) || (doubt === null && note === null)),
    ),
  )
  if (holder) return holder
  const namesakes = strangers.filter(({ stays }) => stays.some((stay) => stay.typedEmail === '' && isSameName(stay)))
  return namesakes.length === 1 ? (namesakes[0] ?? null) : null
}

function requiredOf(isRequired: boolean | undefined): SessionAttendee['required'] {
  if (isRequired === undefined) return null
  return isRequired ? 'required' : 'optional'
}

function rank({ kind, role, required }: ReportedPerson): number {
  if (kind === 'notetaker') return 4
  if (role === 'organizer') return 0
  return required === 'required' ? 1 : required === 'optional' ? 2 : 3
}

function textOf(row: ReportedPerson): string {
  return JSON.stringify([nameKey(row.typedName), row.typedName, row.email, row.lastLeave ?? unknown, row.key])
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
