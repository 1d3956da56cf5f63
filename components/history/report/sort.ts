import { compare, type Sort, sortingOf } from '#components/ui/sorting.ts'
import { personColumns } from '#lib/history/columns.ts'
import type { SessionAttendee } from '#lib/history/schema.ts'
import { type SortKey, shownColumns } from './shown-columns.ts'

const keys = shownColumns.map(({ column }) => column.key)
export type ReportSort = Sort<SortKey>

/** By default in the report's order: the organizer, the required, then the others, as they joined. */
export const reportSorting = sortingOf<SortKey>(keys, { by: 'role', isDescending: false }, ['minutes', 'share'])

/**
 * An attendee with keys for their row and each stay, stable under sorting: people may be identical in everything GoTo
 * reports.
 */
export type Row = Keyed<Omit<SessionAttendee, 'intervals'>> & {
  intervals: Keyed<SessionAttendee['intervals'][number]>[]
}
type Keyed<T> = T & { key: string }

/** One order for the bars and the table. Ties are ordered by name. */
export function sortRows(attendees: readonly SessionAttendee[], { by, isDescending }: ReportSort): Row[] {
  const rows = attendees.map((attendee) => ({ ...attendee, intervals: keyed(attendee.intervals) }))
  // The report's own order is by role.
  if (by === 'role') return isDescending ? rows.reverse() : rows
  const { value } = personColumns[by]
  return rows.sort((a, b) => compare(value(a), value(b)) * (isDescending ? -1 : 1) || compare(a.name, b.name))
}

function keyed<T>(items: readonly T[]): Keyed<T>[] {
  return items.map((item, index) => ({ ...item, key: String(index) }))
}
