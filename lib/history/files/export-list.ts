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
import type { HistoryFilter } from '#lib/history/schema.ts'
import { gapSentences, sentences } from '#lib/history/sentences.ts'
import type { Download } from '#lib/http/download.ts'
import { noTurn, type Turn } from '#lib/http/turns.ts'
import { viewSummary } from '#lib/record/sessions/session-rows.ts'
import { zonedIso } from '#lib/time/zoned-iso.ts'
import { csvSentence } from './csv.ts'
import { csvHead, csvRow } from './csv-rows.ts'
import { downloadZone } from './download-zone.ts'

/**
 * All pages of a filter's past sessions as CSV. @throws AppError as `listHistory`, `upstream_unavailable` while it is
 * being read
 */
export function exportHistory(actor: Actor, filter: HistoryFilter, turn: Turn = noTurn): Promise<Download> {
  return exportList(actor, filter, {
    name: 'Sessions',
    columns: sessionColumns,
    page: async (query, zone) =>
      linesOf(await findSessions(query), (row) => csvRow(sessionColumns, viewSummary(row), zone)),
    withAttendees: false,
    turn,
  })
}

/** Who came, across organizers and a period, as CSV. @throws AppError as `exportHistory` */
export function exportAttendance(actor: Actor, filter: HistoryFilter, turn: Turn = noTurn): Promise<Download> {
  return exportList(actor, filter, {
    name: 'Attendance',
    columns: attendanceColumns,
    page: async (query, zone) => linesOf(await findAttendance(query), (row) => csvRow(attendanceColumns, row, zone)),
    withAttendees: true,
    turn,
  })
}

type Kind = {
  name: string
  columns: readonly Pick<Column<never>, 'title'>[]
  /** One page, as lines. */
  page: (query: PageQuery, zone: string) => Promise<SessionPage<string>>
  withAttendees: boolean
  turn: Turn
}

function linesOf<Row>({ rows, nextCursor }: SessionPage<Row>, lineOf: (row: Row) => string): SessionPage<string> {
  return { rows: rows.map(lineOf), nextCursor }
}

async function exportList(actor: Actor, filter: HistoryFilter, kind: Kind): Promise<Download> {
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
      ...lookDetails(query.organizers, given),
      // "The last thirty days" is written out as dates.
      ...(query.from ? { from: query.from.toISOString() } : {}),
      to: query.to.toISOString(),
    },
  })
  const name = `${kind.name} ${zonedIso(at.toISOString(), zone).slice(0, 10)}`
  return { name, extension: 'csv', body: lines(query, actor, given, { ...kind, zone, at, missing }) }
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

/** Page by page, so that a company's whole year is never in memory. The last lines say what is missing. */
async function* lines(
  first: HistoryQuery,
  actor: Actor,
  filter: HistoryFilter,
  { columns, page, zone, at, missing, turn }: Kind & { zone: string; at: Date; missing: string[] },
): AsyncGenerator<string> {
  yield csvHead(columns)
  let query = first
  for (;;) {
    const { rows, nextCursor } = await turn(() => page({ ...query, limit: sessionsAtOnce }, zone), true)
    yield rows.join('')
    if (nextCursor === null) break
    query = await historyQuery(actor, { ...filter, cursor: nextCursor }, at)
  }
  for (const sentence of missing) yield csvSentence(sentence, columns.length)
}
