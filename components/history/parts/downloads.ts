import type { HistoryFilter } from '#lib/history/schema.ts'

/** Exactly what the page shows, in full. */
export function historyCsv(filter: HistoryFilter, zone: string): string {
  return `/api/history.csv?${queryOf(filter, zone)}`
}

export function attendanceCsv(filter: HistoryFilter, zone: string): string {
  return `/api/attendance.csv?${queryOf(filter, zone)}`
}

/** The report in a file, its times with the offset of `zone`: a line per person or per stay, or a workbook of both. */
export function reportFile(sessionId: string, kind: 'people' | 'stays' | 'workbook', zone: string): string {
  const address = `/api/history/${encodeURIComponent(sessionId)}`
  if (kind === 'workbook') return `${address}.xlsx?${new URLSearchParams({ zone })}`
  return `${address}.csv?${new URLSearchParams({ rows: kind === 'stays' ? 'intervals' : 'people', zone })}`
}

function queryOf(filter: HistoryFilter, zone: string): URLSearchParams {
  const given = Object.entries({ ...filter, zone }).filter(([, value]) => value !== undefined)
  return new URLSearchParams(given.map(([name, value]) => [name, String(value)]))
}
