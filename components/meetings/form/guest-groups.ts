import type { QueryClient } from '@tanstack/react-query'
import type { Group } from '#lib/organizers/schema.ts'
import { peopleQuery } from '#lib/people/directory-queries.ts'
import type { GuestGroup } from './form-values.ts'

/** A group with its people as they are now. `me`: who plans the meeting and is there anyway. */
export async function readGroup(
  client: QueryClient,
  { id, name }: Pick<Group, 'id' | 'name'>,
  me: string | undefined,
): Promise<GuestGroup> {
  const { items } = await client.fetchQuery(peopleQuery({ group: id }))
  const people = items
    .filter(({ personId }) => personId !== me)
    .map((person) => ({ personId: person.personId, name: person.name }))
  return { groupId: id, name, required: false, except: [], people }
}

/** One that is invited already stays as it was chosen. */
export function withGroups(groups: readonly GuestGroup[], more: readonly GuestGroup[]): GuestGroup[] {
  const all = new Map([...more, ...groups].map((group) => [group.groupId, group]))
  const known = new Set(groups.map(({ groupId }) => groupId))
  return [...groups, ...[...all.values()].filter(({ groupId }) => !known.has(groupId))]
}

/** How many of it are invited. */
export function sizeOf({ people, except }: GuestGroup): number {
  return people.filter(({ personId }) => !except.includes(personId)).length
}
