import { type PersonColumn, personColumns, stayColumns } from '#lib/history/columns.ts'
import type { Session } from '#lib/history/schema.ts'
import { fileSentence, sittingWords } from '#lib/history/sentences.ts'
import { zoneName } from '#lib/time/zone-names.ts'
import { bold, type Cell, cell, cells, titles, workbook } from './workbook.ts'

const peopleColumns: readonly PersonColumn[] = Object.values(personColumns)
/** The sheet of people beside it says who had which role and was invited how. */
const columnsOfStays = stayColumns.filter(({ key }) => key !== 'role' && key !== 'required')

/**
 * The report as a workbook: who came, who was invited but didn't come, and every stay. Times are local to `zone`, which
 * each sheet names, and by the clock of who reads it.
 */
export function sessionWorkbook(session: Session, zone: string, clock?: '12'): AsyncGenerator<Uint8Array> {
  const at = (instant: string | null) => cell('time', instant, zone)
  const sentence = fileSentence(session)
  const sittings = sittingsLine(session)
  const head: Cell[][] = [
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
  const people: Cell[][] = session.attendees.map((row) => cells(peopleColumns, row, zone))
  const missing: Cell[][] = session.missing.map((person) =>
    peopleColumns.map(({ kind, ofMissing }) => cell(kind, ofMissing?.(person) ?? null, zone)),
  )
  const stays: Cell[][] = session.attendees.flatMap((attendee) =>
    attendee.intervals.map((stay) => cells(columnsOfStays, { attendee, stay }, zone)),
  )
  return workbook(
    [
      { name: 'People', width: peopleColumns.length, rows: [...head, titles(peopleColumns), ...people, ...missing] },
      { name: 'Stays', width: columnsOfStays.length, rows: [...head, titles(columnsOfStays), ...stays] },
    ],
    clock,
  )
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

function text(value: string): Cell {
  return cell('text', value, '')
}
