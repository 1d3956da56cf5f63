import type { MissingPerson, SessionAttendee } from '#lib/record/schema.ts'

export type Invitee = Omit<MissingPerson, 'state'>
export type Came = {
  attendees: readonly Pick<SessionAttendee, 'personId' | 'kind'>[]
  /** Whether everybody who was there has a row: every sitting is over and read, and all of its rows could be. */
  isComplete: boolean
}

/**
 * Who of the invited is not known to have come. Absent is only said where it is certain: an attendee nobody could
 * identify may be any of them, but a notetaker is none.
 */
export function missingOf(invited: readonly Invitee[], { attendees, isComplete }: Came): MissingPerson[] {
  const here = new Set(attendees.filter(({ kind }) => kind !== 'notetaker').map(({ personId }) => personId))
  const state = isComplete && !here.has(null) ? 'absent' : 'unknown'
  return invited
    .filter(({ personId }) => !here.has(personId))
    .map(({ personId, name, required }) => ({ personId, name, required, state }))
}
