import writeXlsxFile, { type Cell, type SheetData } from 'write-excel-file/node'
import { withoutTurning } from '#lib/goto/contract/storable.ts'
import {
  type Column,
  type ColumnKind,
  type ColumnValue,
  type PersonColumn,
  personColumns,
  stayColumns,
} from '#lib/history/columns.ts'
import type { Session } from '#lib/history/schema.ts'
import { fileSentence, sittingWords } from '#lib/history/sentences.ts'
import { zoneName } from '#lib/time/zone-names.ts'
import { wallClock } from '#lib/time/zoned-iso.ts'

const peopleColumns: readonly PersonColumn[] = Object.values(personColumns)
/** The sheet of people beside it says who had which role and was invited how. */
const columnsOfStays = stayColumns.filter(({ key }) => key !== 'role' && key !== 'required')

/**
 * The report as a workbook: who came, who was invited but didn't come, and every stay. Times are local to `zone`, which
 * each sheet names, and by the clock of who reads it.
 */
export async function sessionWorkbook(session: Session, zone: string, clock?: '12'): Promise<Uint8Array<ArrayBuffer>> {
  const at = (instant: string | null) => cell('time', instant, zone)
  const sentence = fileSentence(session)
  const sittings = sittingsLine(session)
  const head: SheetData = [
    [bold('Subject'), text(session.subject)],
    [bold('Organizer'), text(session.organizer.name)],
    [bold('Started'), at(session.startedAt)],
    [bold('Ended'), at(session.endedAt)],
    [bold('Time zone'), text(zoneName(zone))],
    ...(session.required ? [[bold('Required present'), text(requiredText(session.required))]] : []),
    ...(sittings ? [[bold('Sittings'), text(sittings)]] : []),
    ...(sentence ? [[bold(isEmpty(session) ? 'Attendance' : 'Not complete'), text(sentence)]] : []),
    [],
  ]
  const people: SheetData = session.attendees.map((row) => cells(peopleColumns, row, zone))
  const missing: SheetData = session.missing.map((person) =>
    peopleColumns.map(({ kind, ofMissing }) => cell(kind, ofMissing?.(person) ?? null, zone)),
  )
  const stays: SheetData = session.attendees.flatMap((attendee) =>
    attendee.intervals.map((stay) => cells(columnsOfStays, { attendee, stay }, zone)),
  )
  const file = await writeXlsxFile([
    {
      sheet: 'People',
      data: byClock([...head, titles(peopleColumns), ...people, ...missing], clock),
      columns: widths(peopleColumns),
    },
    {
      sheet: 'Stays',
      data: byClock([...head, titles(columnsOfStays), ...stays], clock),
      columns: widths(columnsOfStays),
    },
  ]).toBuffer()
  return new Uint8Array(file)
}

/** Whether it is known that nobody came: that is no gap. */
function isEmpty({ attendees, people, unreadRows }: Session): boolean {
  return attendees.length === 0 && people === 0 && unreadRows === 0
}

/** `2, the whole meeting`, `1 of 2`; null: it was held in one go. */
function sittingsLine({ sittings, sitting }: Session): string | null {
  if (sittings.length < 2) return null
  return sitting ? sittingWords(sitting) : `${sittings.length}, the whole meeting`
}

function requiredText({ invited, present, unknown }: NonNullable<Session['required']>): string {
  return `${present} of ${invited}${unknown > 0 ? `, ${unknown} unknown` : ''}`
}

function cells<Row>(columns: readonly Column<Row>[], row: Row, zone: string): Cell[] {
  return columns.map(({ kind, value }) => cell(kind, value(row), zone))
}

const formats: Partial<Record<ColumnKind, string>> = { time: 'yyyy-mm-dd hh:mm:ss', minutes: '0.0', share: '0%' }

/** Times as `9:30:00 AM` for who reads them so: the cell's value stays the same. */
function byClock(rows: SheetData, clock: '12' | undefined): SheetData {
  if (clock !== '12') return rows
  const halfDays = 'yyyy-mm-dd h:mm:ss AM/PM'
  return rows.map((row) =>
    row.map((one) =>
      one && typeof one === 'object' && 'format' in one && one.format === formats.time
        ? { ...one, format: halfDays }
        : one,
    ),
  )
}

/** Unknown values are empty cells, which no sum counts as zero. */
function cell(kind: ColumnKind, value: ColumnValue, zone: string): Cell {
  if (value === null) return null
  const format = formats[kind]
  if (typeof value === 'number') return { type: Number, value, ...(format ? { format } : {}) }
  return kind === 'time' ? { type: Date, value: wallClock(value, zone), format: formats.time ?? '' } : text(value)
}

/** The most characters a cell holds. Text is never a formula, whatever it starts with. */
const longestText = 32_767

function text(value: string): Cell {
  return value ? { type: String, value: withoutTurning(value).slice(0, longestText) } : null
}

function titles(columns: readonly Pick<Column<never>, 'title'>[]): Cell[] {
  return columns.map(({ title }) => bold(title))
}

function bold(value: string): Cell {
  return { type: String, value, fontWeight: 'bold' }
}

function widths(columns: readonly unknown[]): { width: number }[] {
  return columns.map(() => ({ width: 22 }))
}
