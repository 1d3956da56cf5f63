import type { Column, ColumnKind, ColumnValue } from '#lib/history/columns.ts'
import type { CsvForm } from '#lib/history/schema.ts'
import { zonedIso } from '#lib/time/zoned-iso.ts'
import { byteOrderMark, csvLine } from './csv.ts'

/** The first line of a file. */
export function csvHead(columns: readonly Pick<Column<never>, 'title'>[], form?: CsvForm): string {
  return (
    byteOrderMark +
    csvLine(
      columns.map(({ title }) => title),
      form,
    )
  )
}

/** One row as a line, with times in the offset of `zone`. */
export function csvRow<Row>(columns: readonly Column<Row>[], row: Row, zone: string, form?: CsvForm): string {
  return csvLine(
    columns.map(({ kind, value }) => csvValue(kind, value(row), zone)),
    form,
  )
}

export function csvValue(kind: ColumnKind, value: ColumnValue, zone: string): ColumnValue {
  return kind === 'time' && typeof value === 'string' ? zonedIso(value, zone) : value
}
