import writeXlsxFile, { type Cell, type SheetData } from 'write-excel-file/node'
import { type Session, unreadRowsText } from '#lib/history/schema.ts'
import { wallClock } from '#lib/time/zoned-iso.ts'
import { absentColumns, peopleHeader } from './people-columns.ts'
import { secondsOf } from './seconds-of.ts'

const timeFormat = 'yyyy-mm-dd hh:mm:ss'

/** The report as a workbook: who came, who was invited and did not, and every stay, each under what it is of. Times are local to `zone`, as said there. */
export async function sessionWorkbook(session: Session, zone: string): Promise<Uint8Array<ArrayBuffer>> {
  const at = (instant: string | null): Cell =>
    instant === null ? null : { type: Date, value: wallClock(instant, zone), format: timeFormat }
  const { required } = session
  const head: SheetData = [
    [bold('Subject'), text(session.subject)],
    [bold('Organizer'), text(session.organizer.name)],
    [bold('Started'), at(session.startedAt)],
    [bold('Ended'), at(session.endedAt)],
    [bold('Time zone'), text(zone)],
    ...(required ? [[bold('Required present'), text(`${required.present} of ${required.invited}`)]] : []),
    ...(session.unreadRows > 0 ? [[bold('Not complete'), text(unreadRowsText(session.unreadRows))]] : []),
    [],
  ]
  const people: SheetData = session.attendees.map((row) => [
    text(row.name),
    text(row.typedName),
    text(row.email),
    text(row.role),
    text(row.required),
    at(row.firstJoin),
    at(row.lastLeave),
    number(row.minutes, '0.0'),
    number(row.share, '0%'),
    number(row.confidence, '0%'),
    text(row.reasons.join('; ')),
  ])
  const absent: SheetData = session.missing.map((invited) => absentColumns(invited).map(text))
  const stays: SheetData = session.attendees.flatMap((row) =>
    row.intervals.map((stay): SheetData[number] => [
      text(row.name),
      text(row.typedName),
      text(row.email),
      at(stay.joinedAt),
      at(stay.leftAt),
      number(secondsOf(stay)),
    ]),
  )
  const stayColumns = ['Name', 'Typed name', 'E-mail', 'Joined', 'Left', 'Seconds']
  const file = await writeXlsxFile([
    { sheet: 'People', data: [...head, peopleHeader.map(bold), ...people, ...absent], columns: widths(peopleHeader) },
    { sheet: 'Stays', data: [...head, stayColumns.map(bold), ...stays], columns: widths(stayColumns) },
  ]).toBuffer()
  return new Uint8Array(file)
}

/** A cell takes so many characters; a text is never a formula, whatever it begins with. */
const longestText = 32_767

function text(value: string | null): Cell {
  return value ? { type: String, value: value.slice(0, longestText) } : null
}

/** What is not known is an empty cell, which no sum counts as zero. */
function number(value: number | null, format?: string): Cell {
  return value === null ? null : { type: Number, value, ...(format ? { format } : {}) }
}

function bold(value: string): Cell {
  return { type: String, value, fontWeight: 'bold' }
}

function widths(columns: string[]): { width: number }[] {
  return columns.map(() => ({ width: 22 }))
}
