import type { ReactNode } from 'react'
import { type SortColumn, SortHead } from './sort-head.tsx'
import type { Sort } from './sorting.ts'

type SortedTableProps<Key extends string> = {
  caption: ReactNode
  columns: readonly SortColumn<Key>[]
  sort: Sort<Key>
  /** A column header was pressed. */
  onPress: (by: Key) => void
  /** Column headers that can't be sorted by. */
  heads?: ReactNode
  children: ReactNode
}

/** A table sortable by pressing its column headers, on screen and on paper. */
export function SortedTable<Key extends string>({
  caption,
  columns,
  sort,
  onPress,
  heads,
  children,
}: SortedTableProps<Key>) {
  return (
    <div className="overflow-x-auto rounded-xl border border-line bg-raised shadow-low print:overflow-visible print:rounded-none print:border-0 print:shadow-none">
      <table className="w-full border-collapse text-14">
        <caption className="px-4 py-3 text-left text-12 text-faint print:px-0">{caption}</caption>
        <thead>
          <tr className="border-line border-b text-left text-12 text-faint">
            {columns.map((column) => (
              <SortHead key={column.by} column={column} sort={sort} onPress={() => onPress(column.by)} />
            ))}
            {heads}
          </tr>
        </thead>
        {children}
      </table>
    </div>
  )
}
