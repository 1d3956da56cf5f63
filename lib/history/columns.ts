import type { AttendanceRow, MissingPerson, SessionAttendee, SessionSummary } from './schema.ts'
import { deviationsOf, sittingWords } from './sentences.ts'

/** How a value is written: a time with its zone, a duration, a share of 1. Text is never a formula. */
export type ColumnKind = 'text' | 'time' | 'minutes' | 'share' | 'count'
export type ColumnValue = string | number | null

/** A report column, defined once for the page, CSV and XLSX: its title, format and value. */
export type Column<Row> = {
  key: string
  title: string
  kind: ColumnKind
  /** null: unknown, or nothing to say. */
  value: (row: Row) => ColumnValue
}

type Person = Omit<SessionAttendee, 'intervals'>
/** Most columns are empty for somebody who was invited and not seen. */
export type PersonColumn = Column<Person> & { ofMissing?: (person: MissingPerson) => ColumnValue }

/** What a report says about a person. */
export const personColumns = {
  name: { key: 'name', title: 'Name', kind: 'text', value: ({ name }) => name, ofMissing: ({ name }) => name },
  typedName: { key: 'typedName', title: 'Typed name', kind: 'text', value: ({ typedName }) => typedName },
  email: { key: 'email', title: 'E-mail', kind: 'text', value: ({ email }) => email },
  role: { key: 'role', title: 'Role', kind: 'text', value: ({ kind, role }) => (kind === 'notetaker' ? null : role) },
  required: {
    key: 'required',
    title: 'Invited',
    kind: 'text',
    value: ({ required }) => required,
    ofMissing: ({ required }) => (required ? 'required' : 'optional'),
  },
  presence: {
    key: 'presence',
    title: 'Presence',
    kind: 'text',
    value: presenceOf,
    ofMissing: ({ state }) => state,
  },
  firstJoin: { key: 'firstJoin', title: 'First join', kind: 'time', value: ({ firstJoin }) => firstJoin },
  lastLeave: { key: 'lastLeave', title: 'Last leave', kind: 'time', value: ({ lastLeave }) => lastLeave },
  minutes: { key: 'minutes', title: 'Minutes', kind: 'minutes', value: ({ minutes }) => minutes },
  share: { key: 'share', title: 'Share', kind: 'share', value: ({ share }) => share },
  confidence: { key: 'confidence', title: 'Confidence', kind: 'share', value: ({ confidence }) => confidence },
  reasons: { key: 'reasons', title: 'Reasons', kind: 'text', value: ({ reasons }) => reasons.join('; ') || null },
  alsoTyped: {
    key: 'alsoTyped',
    title: 'Also typed',
    kind: 'text',
    value: ({ alsoTyped }) => alsoTyped.join('; ') || null,
  },
  kind: { key: 'kind', title: 'Kind', kind: 'text', value: ({ kind }) => kind, ofMissing: () => 'person' },
  mayBe: { key: 'mayBe', title: 'Possible people', kind: 'text', value: mayBeText },
  note: { key: 'note', title: 'Note', kind: 'text', value: ({ note }) => note?.replaceAll('-', ' ') ?? null },
} as const satisfies Record<string, PersonColumn>

/** `1–3`: how many people the rows with this placeholder name may be. */
function mayBeText({ mayBe, mayBeAtLeast }: Pick<Person, 'mayBe' | 'mayBeAtLeast'>): string | null {
  if (mayBe === null) return null
  return mayBeAtLeast === null || mayBeAtLeast === mayBe ? String(mayBe) : `${mayBeAtLeast}–${mayBe}`
}

/** `came`, `late`, `left early` or both, as far as Foyer knows. */
function presenceOf({ kind, ...person }: Pick<Person, 'kind' | 'isLate' | 'leftEarly'>): string | null {
  if (kind === 'notetaker') return null
  return deviationsOf(person).join(', ') || 'came'
}

export type StayRow = { attendee: Person; stay: SessionAttendee['intervals'][number] }

/** What a report says about each stay: the columns that identify the person, the times, and in which sitting it was. */
export const stayColumns: readonly Column<StayRow>[] = [
  ...(
    [
      personColumns.name,
      personColumns.typedName,
      personColumns.email,
      personColumns.role,
      personColumns.required,
    ] as const
  ).map(
    ({ key, title, kind, value }): Column<StayRow> => ({ key, title, kind, value: ({ attendee }) => value(attendee) }),
  ),
  { key: 'joined', title: 'Joined', kind: 'time', value: ({ stay }) => stay.joinedAt },
  { key: 'left', title: 'Left', kind: 'time', value: ({ stay }) => stay.leftAt },
  { key: 'seconds', title: 'Seconds', kind: 'count', value: ({ stay }) => secondsOf(stay) },
  { key: 'sitting', title: 'Sitting', kind: 'count', value: ({ stay }) => stay.sitting },
]

/** null: at least one end is unknown. */
function secondsOf({ joinedAt, leftAt }: StayRow['stay']): number | null {
  return joinedAt === null || leftAt === null ? null : (Date.parse(leftAt) - Date.parse(joinedAt)) / 1000
}

/** `1 of 2`; null: the meeting was held in one go. */
const sittingColumn: Column<Pick<SessionSummary, 'sitting'>> = {
  key: 'sitting',
  title: 'Sitting',
  kind: 'text',
  value: ({ sitting }) => sitting && sittingWords(sitting),
}

/** What a list of people across sessions starts with: the session. */
export const attendanceColumns: readonly Column<AttendanceRow>[] = [
  { key: 'subject', title: 'Subject', kind: 'text', value: ({ subject }) => subject },
  { key: 'gotoMeetingId', title: 'Meeting ID', kind: 'text', value: ({ gotoMeetingId }) => gotoMeetingId },
  { key: 'organizer', title: 'Organizer', kind: 'text', value: ({ organizer }) => organizer.name },
  { key: 'startedAt', title: 'Started', kind: 'time', value: ({ startedAt }) => startedAt },
  { key: 'endedAt', title: 'Ended', kind: 'time', value: ({ endedAt }) => endedAt },
  sittingColumn,
  ...Object.values(personColumns),
]

export const sessionColumns: readonly Column<SessionSummary>[] = [
  { key: 'subject', title: 'Subject', kind: 'text', value: ({ subject }) => subject },
  { key: 'gotoMeetingId', title: 'Meeting ID', kind: 'text', value: ({ gotoMeetingId }) => gotoMeetingId },
  { key: 'organizer', title: 'Organizer', kind: 'text', value: ({ organizer }) => organizer.name },
  { key: 'group', title: 'Group', kind: 'text', value: ({ group }) => group?.name ?? null },
  { key: 'plannedStartsAt', title: 'Planned start', kind: 'time', value: ({ plannedStartsAt }) => plannedStartsAt },
  { key: 'plannedEndsAt', title: 'Planned end', kind: 'time', value: ({ plannedEndsAt }) => plannedEndsAt },
  { key: 'startedAt', title: 'Started', kind: 'time', value: ({ startedAt }) => startedAt },
  { key: 'endedAt', title: 'Ended', kind: 'time', value: ({ endedAt }) => endedAt },
  sittingColumn,
  { key: 'minutes', title: 'Minutes', kind: 'count', value: ({ minutes }) => minutes },
  { key: 'people', title: 'People', kind: 'count', value: ({ people }) => people },
]
