import type { MissingPerson, SessionAttendee } from '#lib/record/schema.ts'

export type Invitee = Omit<MissingPerson, 'state'>
export type Came = {
  attendees: readonly Pick<SessionAttendee, 'personId' | 'kind'>[]
  /** Whether everybody who was there has a row: every sitting is over and read, without unreadable rows. */
  isComplete: boolean
}

/**
 * Invited people not known to have come. Absent is only said where it is certain: an unidentified attendee may be any
 * of them, but a notetaker can't be.
 */
export function missingOf(invited: readonly Invitee[], { attendees, isComplete }: Came): MissingPerson[] {
  const here = new Set(attendees.filter(({ kind }) => kind !== 'notetaker').map(({ personId }) => personId))
  const state = isComplete && !here.has(null) ? 'absent' : 'unknown'
  return invited
    .filter(({ personId }) => !here.has(personId))
    .map(({ personId, name, required }) => ({ personId, name, required, state }))
}
