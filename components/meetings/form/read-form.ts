import { MeetingChange, MeetingDraft } from '#lib/meetings/schema.ts'
import { wrongTime } from '#lib/time/local.ts'
import { timeSentences } from '#lib/time/sentences.ts'
import { timesIn } from './form-times.ts'
import { type FormValues, type Guest, type GuestGroup, roomOf } from './form-values.ts'
import { audioText } from './guess-audio.ts'
import { tooManyText, withTyped } from './guests.ts'
import { unclearText } from './unclear-guests.ts'

/**
 * Sentences by field: `subject`, `startsAt`, `endsAt`, `zone`, `roomId`, `audio`, `coorganizers`, `agenda`,
 * `visibility`, `invited`.
 */
export type FieldErrors = Record<string, string>
export type ReadForm<T> = { draft: T; errors: null } | { draft: null; errors: FieldErrors }

/** The form as a new meeting. `requestId`: the same for every attempt with the same form. */
export function readDraftForm(values: FormValues, requestId: string, now: Date): ReadForm<MeetingDraft> {
  return readDraft(values, requestId, passedStart(values, now))
}

/** The same again, to find out whether it was created: it doesn't matter if its time has passed since. */
export function readDraftAgain(values: FormValues, requestId: string): ReadForm<MeetingDraft> {
  return readDraft(values, requestId, {})
}

function readDraft(values: FormValues, requestId: string, passed: FieldErrors): ReadForm<MeetingDraft> {
  const errors = { ...wrongTimes(values), ...passed, ...wrongGuests(values) }
  return checked(MeetingDraft.safeParse({ ...bodyOf(values), requestId }), errors, values)
}

/** The form as a change to the version it started from. An unchanged start in the past is no mistake. */
export function readChangeForm(
  values: FormValues,
  base: FormValues,
  version: number,
  now: Date,
): ReadForm<MeetingChange> {
  const isMoved = timesIn(values).startsAt !== timesIn(base).startsAt
  const errors = { ...wrongTimes(values), ...(isMoved ? passedStart(values, now) : {}), ...wrongGuests(values) }
  return checked(MeetingChange.safeParse({ ...bodyOf(values), version }), errors, values)
}

type Parsed<T> =
  | { success: true; data: T }
  | { success: false; error: { issues: { path: PropertyKey[]; message: string }[] } }

function checked<T>(parsed: Parsed<T>, ours: FieldErrors, { minutes }: FormValues): ReadForm<T> {
  const errors: FieldErrors = {}
  if (!parsed.success) for (const { path, message } of parsed.error.issues) errors[String(path[0] ?? '')] ??= message
  // Ours say more: which clock change it is, or what couldn't be read.
  Object.assign(errors, ours)
  // Without a start there is no end that follows from it.
  if (minutes !== null && errors.startsAt) delete errors.endsAt
  return parsed.success && Object.keys(errors).length === 0
    ? { draft: parsed.data, errors: null }
    : { draft: null, errors }
}

function bodyOf(values: FormValues): Record<string, unknown> {
  const { subject, kind, zone, agenda, visibility } = values
  const roomId = roomOf(values)
  // A room brings its own.
  const { passwordRequired, coorganizers } = roomId === null ? values : { passwordRequired: false, coorganizers: [] }
  return {
    subject,
    kind,
    ...timesIn(values),
    zone,
    roomId,
    audio: audioText(values.audio),
    passwordRequired,
    coorganizers,
    agenda,
    ...(visibility ? { visibility } : {}),
    invited: withTyped(values).invited.map(invitationOf),
    invitedGroups: values.invitedGroups.map(groupInvitationOf),
  }
}

function invitationOf({ personId, email, name, required }: Guest): Record<string, unknown> {
  return { ...(personId ? { personId } : { email }), ...(name ? { name } : {}), required }
}

function groupInvitationOf({ people, ...group }: GuestGroup): Record<string, unknown> {
  return { ...group, people: people.map(({ personId, name }) => ({ personId, name })) }
}

function wrongTimes({ kind, start, end, minutes, zone }: FormValues): FieldErrors {
  if (kind !== 'scheduled') return {}
  const startsAt = wrongTime(start, zone)
  const endsAt = minutes === null ? wrongTime(end, zone) : null
  return { ...(startsAt ? { startsAt } : {}), ...(endsAt ? { endsAt } : {}) }
}

function passedStart(values: FormValues, now: Date): FieldErrors {
  const { startsAt } = timesIn(values)
  const isPassed = startsAt !== null && Date.parse(startsAt) < now.getTime() - 60_000
  return isPassed ? { startsAt: timeSentences.startIsPast } : {}
}

function wrongGuests(values: FormValues): FieldErrors {
  const all = withTyped(values)
  const isLookedUp = all.unclear.every(({ people }) => people !== null)
  const wrong = unclearText(all.unclear) ?? tooManyText(all)
  if (wrong !== null) return { invited: wrong }
  return isLookedUp ? {} : { invited: 'Names are still being looked up. Try again in a moment.' }
}
