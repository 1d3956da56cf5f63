import type { CsvForm, HistoryFilter } from '#lib/history/schema.ts'
import { hasHalfDays } from '#lib/time/reader.ts'

/** Exactly what the page shows, in full. */
export function listCsv(list: 'history' | 'attendance', filter: HistoryFilter, zone: string, form: CsvForm): string {
  return `/api/${list}.csv?${queryOf({ ...filter, zone, ...form })}`
}

/** `isAwake`: before, the page must be as the server sent it, which knows nothing of its reader's clock. */
export function listWorkbook(
  list: 'history' | 'attendance',
  filter: HistoryFilter,
  zone: string,
  isAwake: boolean,
): string {
  return `/api/${list}.xlsx?${queryOf({ ...filter, zone, clock: isAwake && hasHalfDays() ? '12' : undefined })}`
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
  form: CsvForm,
): string {
  const address = `/api/history/${encodeURIComponent(sessionId)}`
  const shared = { zone, sittings: isWhole ? 'all' : undefined }
  if (kind === 'workbook') return `${address}.xlsx?${queryOf({ ...shared, clock: hasHalfDays() ? '12' : undefined })}`
  return `${address}.csv?${queryOf({ ...shared, rows: kind === 'stays' ? 'intervals' : 'people', ...form })}`
}

function queryOf(names: Record<string, string | number | undefined>): URLSearchParams {
  const given = Object.entries(names).filter(([, value]) => value !== undefined)
  return new URLSearchParams(given.map(([name, value]) => [name, String(value)]))
}
