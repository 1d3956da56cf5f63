import type { HistoryFilter } from '#lib/history/schema.ts'
import { hasHalfDays } from '#lib/time/reader.ts'

/** Exactly what the page shows, in full. */
export function historyCsv(filter: HistoryFilter, zone: string): string {
  return `/api/history.csv?${queryOf(filter, zone)}`
}

export function attendanceCsv(filter: HistoryFilter, zone: string): string {
  return `/api/attendance.csv?${queryOf(filter, zone)}`
}

/**
 * The report as a file, its times with the offset of `zone`: a line per person or per stay, or a workbook of both.
 * `isWhole`: covering all sittings of the meeting.
 */
export function reportFile(
  sessionId: string,
  kind: 'people' | 'stays' | 'workbook',
  zone: string,
  isWhole: boolean,
): string {
  const address = `/api/history/${encodeURIComponent(sessionId)}`
  const query = new URLSearchParams(isWhole ? { zone, sittings: 'all' } : { zone })
  if (kind === 'workbook' && hasHalfDays()) query.set('clock', '12')
  if (kind === 'workbook') return `${address}.xlsx?${query}`
  query.set('rows', kind === 'stays' ? 'intervals' : 'people')
  return `${address}.csv?${query}`
}

function queryOf(filter: HistoryFilter, zone: string): URLSearchParams {
  const given = Object.entries({ ...filter, zone }).filter(([, value]) => value !== undefined)
  return new URLSearchParams(given.map(([name, value]) => [name, String(value)]))
}
