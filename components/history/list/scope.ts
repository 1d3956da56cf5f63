import { useQuery } from '@tanstack/react-query'
import { useMe } from '#components/shell/use-me.ts'
import { groupsQuery, organizersQuery } from '#lib/organizers/queries.ts'
import type { Group, Organizer } from '#lib/organizers/schema.ts'
import type { Me } from '#lib/people/schema.ts'

/** Whose history somebody can see. */
export type Scope = {
  organizers: Organizer[]
  groups: Group[]
  /** What is shown by default: what I organize, else everything I can see. */
  isMineUsual: boolean
  /** Whether there is anything to choose from. */
  isWide: boolean
}

type Known = Pick<Me, 'isOrganizer' | 'abilities'>

/** As the server says for each. */
export function scopeOf(me: Known, organizers: Organizer[], groups: Group[]): Scope {
  return {
    organizers: organizers.filter(({ can }) => can.history),
    groups: groups.filter(({ can }) => can.history),
    isMineUsual: me.isOrganizer,
    isWide: me.abilities.includes('history.choose'),
  }
}

/** Null until we know who is looking. */
export function useScope(): Scope | null {
  const me = useMe()
  const organizers = useQuery(organizersQuery).data?.items
  const groups = useQuery(groupsQuery).data?.items
  return me ? scopeOf(me, organizers ?? [], groups ?? []) : null
}
