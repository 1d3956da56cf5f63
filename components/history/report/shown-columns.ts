import { headOf } from '#components/history/parts/value.tsx'
import type { SortColumn } from '#components/ui/sort-head.tsx'
import { personColumns } from '#lib/history/columns.ts'

/** What the page shows of a report's columns, in this order. Narrow screens have the rest under the name. */
export const shownColumns = [
  { column: personColumns.name },
  { column: personColumns.role, isWideOnly: true },
  { column: personColumns.firstJoin, isWideOnly: true, deviation: 'isLate' },
  { column: personColumns.lastLeave, isWideOnly: true, deviation: 'leftEarly' },
  { column: personColumns.minutes },
  { column: personColumns.share, isWideOnly: true },
] as const satisfies ShownColumn[]

export type ShownColumn = {
  column: (typeof personColumns)[keyof typeof personColumns]
  isWideOnly?: true
  deviation?: 'isLate' | 'leftEarly'
}

export type SortKey = (typeof shownColumns)[number]['column']['key']

export const wideOnly = 'max-sm:hidden'

export const heads: SortColumn<SortKey>[] = shownColumns.map((shown: ShownColumn & { column: { key: SortKey } }) =>
  headOf(shown.column, shown.isWideOnly && wideOnly),
)

/** With that of the stays, which nobody sorts by. */
export const columnCount = shownColumns.length + 1
