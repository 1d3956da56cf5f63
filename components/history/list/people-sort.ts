import { compare, type Sort, sortingOf } from '#components/ui/sorting.ts'
import type { PersonRow } from './people-rows.ts'

const keys = ['name', 'session', 'firstJoin', 'lastLeave', 'minutes', 'share'] as const
export type PeopleSortKey = (typeof keys)[number]
export type PeopleSort = Sort<PeopleSortKey>

/** By default in the list's order: the newest session first, its people as its report has them. */
export const peopleSorting = sortingOf<PeopleSortKey>(keys, { by: 'session', isDescending: true }, [
  'session',
  'firstJoin',
  'lastLeave',
  'minutes',
  'share',
])

/** The loaded lines. Equal ones keep the list's order. */
export function sortPeople(rows: readonly PersonRow[], { by, isDescending }: PeopleSort): PersonRow[] {
  if (by === 'session' && isDescending) return [...rows]
  const sortedBy = ({ item }: PersonRow) => (by === 'session' ? item.startedAt : item[by])
  return rows.toSorted((a, b) => compare(sortedBy(a), sortedBy(b)) * (isDescending ? -1 : 1))
}
