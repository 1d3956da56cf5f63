import type { CsvForm, HistoryFilter, Session } from '#lib/history/schema.ts'
import { hasHalfDays } from '#lib/time/reader.ts'

/** Some rows that can be had as files. */
export type FileGroup = {
  title: string
  /** null: not all of them are known here. */
  rows: number | null
  workbook?: string
  csv?: (form: CsvForm) => string
}

/** Exactly what the page shows, in full. */
export function listFiles(
  list: 'history' | 'attendance',
  filter: HistoryFilter,
  zone: string,
  rows: number | null,
): FileGroup[] {
  return [
    {
      title: list === 'history' ? 'Sessions' : 'People by session',
      rows,
      workbook: `/api/${list}.xlsx?${queryOf({ ...filter, zone, clock: clock() })}`,
      csv: (form) => `/api/${list}.csv?${queryOf({ ...filter, zone, ...form })}`,
    },
  ]
}

/**
 * The report, its times with the offset of `zone`: a workbook, or a line per person or per stay. `isWhole`: covering all
 * sittings of the meeting.
 */
export function reportFiles(session: Session, zone: string, isWhole: boolean): FileGroup[] {
  const { id, attendees, missing } = session
  const address = `/api/history/${encodeURIComponent(id)}`
  const shared = { zone, sittings: isWhole ? 'all' : undefined }
  const csv = (rows: 'people' | 'intervals') => (form: CsvForm) =>
    `${address}.csv?${queryOf({ ...shared, rows, ...form })}`
  return [
    {
      title: 'People and stays, a sheet each',
      rows: null,
      workbook: `${address}.xlsx?${queryOf({ ...shared, clock: clock() })}`,
    },
    { title: 'People', rows: attendees.length + missing.length, csv: csv('people') },
    {
      title: 'Stays',
      rows: attendees.reduce((sum, { intervals }) => sum + intervals.length, 0),
      csv: csv('intervals'),
    },
  ]
}

/** Only asked for in a menu that somebody opened: a page that the server sends knows nothing of its reader's clock. */
function clock(): '12' | undefined {
  return hasHalfDays() ? '12' : undefined
}

function queryOf(names: Record<string, string | number | undefined>): URLSearchParams {
  const given = Object.entries(names).filter(([, value]) => value !== undefined)
  return new URLSearchParams(given.map(([name, value]) => [name, String(value)]))
}
