import type { SessionAttendee } from '#lib/history/schema.ts'

export type SortKey = 'name' | 'role' | 'firstJoin' | 'lastLeave' | 'minutes' | 'share'
export type Sort = { by: SortKey; isDescending: boolean }

/** An attendee with what tells their row and each stay apart, however the rows are sorted: people may be alike in all that GoTo tells. */
export type Row = Keyed<Omit<SessionAttendee, 'intervals'>> & {
  intervals: Keyed<SessionAttendee['intervals'][number]>[]
}
type Keyed<T> = T & { key: string }

/** As the report comes: the organizer, then whoever was required, then the others, as they joined. */
export const defaultSort: Sort = { by: 'role', isDescending: false }

/** `minutes` or `-minutes`, as the address bar says it. */
export function readSort(text: string | null): Sort {
  const [, minus, by] = /^(-?)(name|role|firstJoin|lastLeave|minutes|share)$/.exec(text ?? '') ?? []
  return by ? { by: by as SortKey, isDescending: minus === '-' } : defaultSort
}

/** Null for the order that needs no saying. */
export function writeSort({ by, isDescending }: Sort): string | null {
  if (by === defaultSort.by && isDescending === defaultSort.isDescending) return null
  return `${isDescending ? '-' : ''}${by}`
}

/** What pressing a column's header sorts by: the same again turns it round, numbers begin with the most. */
export function nextSort(sort: Sort, by: SortKey): Sort {
  if (sort.by === by) return { by, isDescending: !sort.isDescending }
  return { by, isDescending: by === 'minutes' || by === 'share' }
}

/** One order for the bars and for the table. Whoever is alike stands by name. */
export function sortRows(attendees: readonly SessionAttendee[], { by, isDescending }: Sort): Row[] {
  const rows = keyed(attendees).map((attendee) => ({ ...attendee, intervals: keyed(attendee.intervals) }))
  // The report itself comes by role.
  if (by === 'role') return isDescending ? rows.reverse() : rows
  return rows.sort((a, b) => compare(a[by], b[by]) * (isDescending ? -1 : 1) || compare(a.name, b.name))
}

function keyed<T>(items: readonly T[]): Keyed<T>[] {
  return items.map((item, index) => ({ ...item, key: String(index) }))
}

function compare(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return String(a).localeCompare(String(b), 'en', { sensitivity: 'base' })
}
