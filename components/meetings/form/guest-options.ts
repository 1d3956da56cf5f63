import type { TagOption } from '#components/ui/tag-options.tsx'
import type { Group } from '#lib/organizers/schema.ts'
import type { FoundPerson } from '#lib/people/schema.ts'
import { bestFirst } from '#lib/search/match.ts'
import type { FormValues } from './form-values.ts'
import { parseGuests } from './parse-guests.ts'

const mostPeople = 8

/** What can be added for the typed text: people, then whole groups, or an address nobody has yet. */
export function guestOptions(
  { invited, invitedGroups, guestText: text }: FormValues,
  found: readonly FoundPerson[],
  groups: readonly Group[],
): TagOption[] {
  if (text.trim() === '') return []
  const named = new Set(invited.map(({ personId }) => personId))
  const chosen = new Set(invitedGroups.map(({ groupId }) => groupId))
  const { guests, others } = parseGuests(text)
  const isAddress = guests.length === 1 && others.length === 0 && found.length === 0
  const free = groups.filter(({ id }) => !chosen.has(id))
  return [
    ...found
      .filter(({ personId }) => !named.has(personId))
      .slice(0, mostPeople)
      .map(({ personId, name, email }) => ({ value: `person:${personId}`, label: name, note: email ?? '' })),
    ...bestFirst(free, text, ({ name }) => [name]).map(({ id, name }) => ({
      value: `group:${id}`,
      label: `Everybody in ${name}`,
      note: 'Group',
    })),
    ...(isAddress ? [{ value: `email:${text.trim()}`, label: text.trim(), note: 'New' }] : []),
  ]
}
