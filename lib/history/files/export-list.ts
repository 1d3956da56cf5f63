import { recordAudit } from '#lib/audit/record-audit.ts'
import type { Actor } from '#lib/auth/actor.ts'
import { now } from '#lib/clock.ts'
import { AppError } from '#lib/errors.ts'
import { attendanceColumns, type Column, sessionColumns } from '#lib/history/columns.ts'
import { findAttendance } from '#lib/history/list/find-attendance.ts'
import { findGaps, type LookedAt } from '#lib/history/list/find-gaps.ts'
import { findSessions, type PageQuery, type SessionPage } from '#lib/history/list/find-sessions.ts'
import { type HistoryQuery, historyQuery } from '#lib/history/list/history-query.ts'
import { lookDetails } from '#lib/history/list/look-details.ts'
import { askHistory } from '#lib/history/reading/ask-history.ts'
import type { CsvForm, HistoryFilter } from '#lib/history/schema.ts'
import { gapSentences, sentences } from '#lib/history/sentences.ts'
import type { Download } from '#lib/http/download.ts'
import { noTurn, type Turn } from '#lib/http/turns.ts'
import { viewSummary } from '#lib/record/sessions/session-rows.ts'
import { zoneName } from '#lib/time/zone-names.ts'
import { zonedIso } from '#lib/time/zoned-iso.ts'
import { csvSentence } from './csv.ts'
import { csvHead, csvRow } from './csv-rows.ts'
import { downloadZone } from './download-zone.ts'
import { bold, type Cell, cell, cells, titles, workbook } from './workbook.ts'

export type ListFile = { format: 'csv'; form?: CsvForm } | { format: 'xlsx'; clock: '12' | undefined }

/**
 * All pages of a filter's past sessions as a file. @throws AppError as `listHistory`, `upstream_unavailable` while it is
 * being read
 */
export function exportHistory(
  actor: Actor,
  filter: HistoryFilter,
  file: ListFile,
  turn: Turn = noTurn,
): Promise<Download> {
  return exportList(actor, filter, file, {
    name: 'Sessions',
    columns: sessionColumns,
    find: async (query) => {
      const { rows, nextCursor } = await findSessions(query)
      return { rows: rows.map((row) => viewSummary(row)), nextCursor }
    },
    withAttendees: false,
    turn,
  })
}

/** Who came, across organizers and a period, as a file. @throws AppError as `exportHistory` */
export function exportAttendance(
  actor: Actor,
  filter: HistoryFilter,
  file: ListFile,
  turn: Turn = noTurn,
): Promise<Download> {
  return exportList(actor, filter, file, {
    name: 'Attendance',
    columns: attendanceColumns,
    find: findAttendance,
    withAttendees: true,
    turn,
  })
}

type Kind<Row> = {
  name: string
  columns: readonly Column<Row>[]
  find: (query: PageQuery) => Promise<SessionPage<Row>>
  withAttendees: boolean
  turn: Turn
}

async function exportList<Row>(
  actor: Actor,
  filter: HistoryFilter,
  file: ListFile,
  kind: Kind<Row>,
): Promise<Download> {
  const at = now()
  const zone = await downloadZone(actor, filter.zone)
  const given = { ...filter, cursor: undefined, zone }
  const query = await historyQuery(actor, given, at)
  const lookedAt = { ...query, withAttendees: kind.withAttendees }
  await askHistory(actor, query.organizers, lookedAt)
  const missing = await kind.turn(() => listMissing(query, lookedAt, at))
  await recordAudit(actor, 'session.exported', {
    details: {
      list: kind.name,
      format: file.format,
      ...lookDetails(query.organizers, given),
      // "The last thirty days" is written out as dates.
      ...(query.from ? { from: query.from.toISOString() } : {}),
      to: query.to.toISOString(),
    },
  })
  const name = `${kind.name} ${zonedIso(at.toISOString(), zone).slice(0, 10)}`
  const pages = pagesOf(query, actor, given, { ...kind, at })
  const shared = { ...kind, pages, zone, missing }
  return {
    name,
    extension: file.format,
    body: file.format === 'csv' ? lines(shared, file.form) : sheet(shared, file.clock),
  }
}

/**
 * A sentence for each kind of thing missing from the file: without them it would look complete. @throws AppError
 * `upstream_unavailable` while it is being read
 */
async function listMissing({ organizers }: HistoryQuery, lookedAt: LookedAt, at: Date): Promise<string[]> {
  const gaps = await findGaps(organizers, lookedAt, at)
  if (gaps.isReading)
    throw new AppError('upstream_unavailable', sentences.stillReading, {
      retryAfterSeconds: 5,
    })
  return gapSentences(gaps)
}

const sessionsAtOnce = 50

/** Page by page, so that a company's whole year is never in memory. */
async function* pagesOf<Row>(
  first: HistoryQuery,
  actor: Actor,
  filter: HistoryFilter,
  { find, at, turn }: Kind<Row> & { at: Date },
): AsyncGenerator<Row[]> {
  let query = first
  for (;;) {
    const { rows, nextCursor } = await turn(() => find({ ...query, limit: sessionsAtOnce }), true)
    yield rows
    if (nextCursor === null) return
    query = await historyQuery(actor, { ...filter, cursor: nextCursor }, at)
  }
}

type List<Row> = Kind<Row> & { pages: AsyncGenerator<Row[]>; zone: string; missing: string[] }

/** The last lines say what is missing. */
async function* lines<Row>(
  { columns, pages, zone, missing }: List<Row>,
  form: CsvForm | undefined,
): AsyncGenerator<string> {
  yield csvHead(columns, form)
  for await (const rows of pages) yield rows.map((row) => csvRow(columns, row, zone, form)).join('')
  for (const sentence of missing) yield csvSentence(sentence, columns.length, form)
}

/** One sheet, whose first rows name the zone of its times and say what is missing. */
function sheet<Row>({ name, columns, ...list }: List<Row>, clock: '12' | undefined): AsyncGenerator<Uint8Array> {
  return workbook([{ name, width: columns.length, rows: sheetRows({ name, columns, ...list }) }], clock)
}

async function* sheetRows<Row>({ columns, pages, zone, missing }: List<Row>): AsyncGenerator<Cell[]> {
  yield [bold('Time zone'), cell('text', zoneName(zone), zone)]
  for (const sentence of missing) yield [bold('Not complete'), cell('text', sentence, zone)]
  yield []
  yield titles(columns)
  for await (const rows of pages) for (const row of rows) yield cells(columns, row, zone)
}
