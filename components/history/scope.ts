import { useQuery } from '@tanstack/react-query'
import { useMe } from '#components/shell/use-me.ts'
import { groupsQuery, organizersQuery } from '#lib/organizers/queries.ts'
import type { Group, Organizer } from '#lib/organizers/schema.ts'
import type { Me } from '#lib/people/schema.ts'

/** Whose past somebody may look at. */
export type Scope = {
  organizers: Organizer[]
  groups: Group[]
  /** What is shown without a choice: what I organize, else everything I may see. */
  isMineUsual: boolean
  /** Whether there is anything to choose. */
  isWide: boolean
}

type Known = Pick<Me, 'personId' | 'isAdministrator' | 'managedGroupIds'>

/** Administrators everybody's, managers their groups' and their own, organizers their own. */
export function scopeOf(me: Known, organizers: Organizer[], groups: Group[]): Scope {
  const isMine = (organizer: Organizer) => organizer.personId === me.personId
  const isManaged = ({ id }: { id: string }) => me.isAdministrator || me.managedGroupIds.includes(id)
  const readable = organizers.filter(
    (organizer) => isMine(organizer) || me.isAdministrator || (organizer.group !== null && isManaged(organizer.group)),
  )
  return {
    organizers: readable,
    groups: groups.filter(isManaged),
    isMineUsual: organizers.some(isMine),
    isWide: me.isAdministrator || me.managedGroupIds.length > 0,
  }
}

/** Null until it is known who is looking. */
export function useScope(): Scope | null {
  const me = useMe()
  const organizers = useQuery(organizersQuery).data?.items
  const groups = useQuery(groupsQuery).data?.items
  return me ? scopeOf(me, organizers ?? [], groups ?? []) : null
}
