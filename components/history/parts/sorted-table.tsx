import type { ReactNode } from 'react'
import { type SortColumn, SortHead } from '#components/ui/sort-head.tsx'
import type { Sort } from '#components/ui/sorting.ts'
import type { Column } from '#lib/history/columns.ts'
import { minutesText, shareText, timeText } from './figures.ts'
import { Time } from './time.tsx'

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

/** A column header of a report. */
export function headOf<Key extends string>(
  { key, title, kind }: Pick<Column<never>, 'title' | 'kind'> & { key: Key },
  className?: string,
): SortColumn<Key> {
  return {
    by: key,
    text: title,
    ...(kind === 'minutes' || kind === 'share' || kind === 'count' ? { isNumber: true } : {}),
    ...(className ? { className } : {}),
  }
}

type ValueProps<Row> = {
  column: Column<Row>
  row: Row /** Times on another day than this say so. */
  base: string
  zone: string
}

/** A value of a report column, formatted by its kind; `–` if unknown. */
export function Value<Row>({ column: { kind, value }, row, base, zone }: ValueProps<Row>) {
  const known = value(row)
  if (kind === 'time') {
    const at = typeof known === 'string' ? known : null
    return <Time at={at}>{timeText(at, base, zone)}</Time>
  }
  const figure = typeof known === 'number' ? known : null
  if (kind === 'minutes') return minutesText(figure)
  if (kind === 'share') return shareText(figure)
  return known ?? '–'
}
