import type { SortColumn } from '#components/ui/sort-head.tsx'
import type { Column } from '#lib/history/columns.ts'
import { minutesText, shareText, timeText } from './figures.ts'
import { Time } from './time.tsx'

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
