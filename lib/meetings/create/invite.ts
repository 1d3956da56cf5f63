import { invalid } from '#lib/db/list-filter.ts'
import { normalizeEmail } from '#lib/email.ts'
import { mostInvited, throughGroups } from '#lib/meetings/rules.ts'
import type { MeetingDraft } from '#lib/meetings/schema.ts'
import { sentences } from '#lib/meetings/sentences.ts'
import { ensureGuests } from '#lib/people/ensure-guests.ts'
import type { InvitedGroupColumns, InvitedRows } from '#lib/record/meetings/typed-meeting.ts'
import type { OwnOrganizer } from './draft-parts.ts'

export type Invitations = Pick<MeetingDraft, 'invited' | 'invitedGroups'>

/** Refuses too many people, each counted once. @throws AppError `invalid` */
export function refuseTooMany({ invited }: Invitations, groups: InvitedGroupColumns[]): void {
  const byName = invited.map(({ personId, email }) => personId ?? normalizeEmail(email) ?? '')
  const count = new Set([...byName, ...peopleOf(groups).map(({ personId }) => personId)]).size
  if (count > mostInvited) throw invalid('invited', sentences.tooManyInvited(count, mostInvited))
}

/**
 * Everybody who is invited, each once: by person, by an address that leads to one, or through a group. Somebody named
 * twice is required if either entry says so, and what is said by name counts more than their groups; the organizer is
 * there anyway. Creates new guests before the meeting's own transaction.
 * @throws AppError `upstream_unavailable` when too many people are being created at once
 */
export async function ensureInvited(
  organizer: OwnOrganizer,
  { invited }: Pick<Invitations, 'invited'>,
  groups: InvitedGroupColumns[],
): Promise<InvitedRows> {
  const guests = invited.flatMap(({ personId, email = '', name = '' }) => (personId ? [] : [{ email, name }]))
  const holders = await ensureGuests(organizer.id, guests)
  const required = new Map<string, boolean>()
  for (const { personId: known, email, required: isRequired } of invited) {
    const personId = known ?? holders.get(normalizeEmail(email) ?? '')
    if (personId === undefined || personId === organizer.personId) continue
    required.set(personId, (required.get(personId) ?? false) || isRequired)
  }
  const byName = [...required].map(([personId, isRequired]) => ({ personId, required: isRequired, named: true }))
  const others = peopleOf(groups).filter(({ personId }) => !required.has(personId))
  return { people: [...byName, ...others.map((person) => ({ ...person, named: false }))], groups }
}

function peopleOf(groups: InvitedGroupColumns[]) {
  return throughGroups(
    groups.map(({ required, except, personIds }) => {
      return { required, except, people: personIds.map((personId) => ({ personId })) }
    }),
  )
}
