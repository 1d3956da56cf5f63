import { recordAudit } from '#lib/audit/record-audit.ts'
import type { Actor } from '#lib/auth/actor.ts'
import { now } from '#lib/clock.ts'
import { AppError } from '#lib/errors.ts'
import { findAttendance } from '#lib/history/list/find-attendance.ts'
import { type CountedSessions, findGaps, type LookedAt } from '#lib/history/list/find-gaps.ts'
import { findSessions, type PageQuery, type SessionPage } from '#lib/history/list/find-sessions.ts'
import { type HistoryQuery, historyQuery } from '#lib/history/list/history-query.ts'
import { lookDetails } from '#lib/history/list/look-details.ts'
import { askHistory } from '#lib/history/reading/ask-history.ts'
import type { HistoryFilter } from '#lib/history/schema.ts'
import type { Download } from '#lib/http/download.ts'
import { viewSummary } from '#lib/record/sessions/session-rows.ts'
import { zonedIso, zonedIsoOrNull } from '#lib/time/zoned-iso.ts'
import { byteOrderMark, type CsvValue, csvLine, csvSentence } from './csv.ts'
import { downloadZone } from './download-zone.ts'
import { personFields } from './export-session.ts'
import { peopleHeader } from './people-columns.ts'

/** The past sessions of a filter as CSV, all pages of it. @throws AppError as `listHistory`, `upstream_unavailable` while it is read */
export function exportHistory(actor: Actor, filter: HistoryFilter): Promise<Download> {
  return exportList(actor, filter, {
    name: 'Sessions',
    header: sessionHeader,
    page: sessionLines,
    withAttendees: false,
  })
}

/** Who came, over organizers and a period, as CSV. @throws AppError as `exportHistory` */
export function exportAttendance(actor: Actor, filter: HistoryFilter): Promise<Download> {
  const header = ['Subject', 'Meeting ID', 'Organizer', 'Started', 'Ended', ...peopleHeader]
  return exportList(actor, filter, { name: 'Attendance', header, page: attendanceLines, withAttendees: true })
}

type Kind = {
  name: string
  header: string[]
  page: (query: PageQuery, zone: string, q: string | undefined) => Promise<SessionPage<CsvValue[]>>
  withAttendees: boolean
}

async function exportList(actor: Actor, filter: HistoryFilter, kind: Kind): Promise<Download> {
  const at = now()
  const zone = await downloadZone(actor, filter.zone)
  const given = { ...filter, cursor: undefined, zone }
  const query = await historyQuery(actor, given, at, soughtBy(kind))
  const lookedAt = { ...query, withAttendees: kind.withAttendees }
  await askHistory(actor, query.organizers, lookedAt)
  const missing = await listMissing(query, lookedAt, at)
  await recordAudit(actor, 'session.exported', {
    details: {
      list: kind.name,
      ...lookDetails(query.organizers, given),
      // What was asked for as "the last thirty days" is said as those it was.
      ...(query.from ? { from: query.from.toISOString() } : {}),
      to: query.to.toISOString(),
    },
  })
  const name = `${kind.name} ${zonedIso(at.toISOString(), zone).slice(0, 10)}`
  return { name, extension: 'csv', body: lines(query, actor, given, { ...kind, zone, at, missing }) }
}

/**
 * A sentence for each kind of thing that is not in the file: it must not look complete without them.
 * @throws AppError `upstream_unavailable` while it is being read
 */
async function listMissing({ organizers }: HistoryQuery, lookedAt: LookedAt, at: Date): Promise<string[]> {
  const { isReading, unread, partly, waiting, lost } = await findGaps(organizers, lookedAt, at)
  if (isReading)
    throw new AppError('upstream_unavailable', 'Foyer is still reading this period from GoTo. Try again in a moment.', {
      retryAfterSeconds: 5,
    })
  const sentences: string[] = []
  if (unread.length > 0) sentences.push(`Not read from GoTo: ${unread.map(({ name }) => name).join(', ')}`)
  if (partly.length > 0)
    sentences.push(`Read in part, with rows that could not be understood: ${partly.map(({ name }) => name).join(', ')}`)
  if (waiting.length > 0) sentences.push(`Not known yet who came to: ${textOf(waiting)}`)
  if (lost.length > 0) sentences.push(`Cannot be learnt any more who came to: ${textOf(lost)}`)
  return sentences
}

/** `2 sessions of Olivia Marsh, 1 session of Mara Lind` */
function textOf(counted: readonly CountedSessions[]): string {
  return counted
    .map(({ organizer, sessions }) => `${sessions} session${sessions === 1 ? '' : 's'} of ${organizer.name}`)
    .join(', ')
}

function soughtBy({ withAttendees }: Pick<Kind, 'withAttendees'>): 'people' | 'sessions' {
  return withAttendees ? 'people' : 'sessions'
}

const sessionsAtOnce = 50

/** Page by page, so that a year of a company never stands in memory. The last lines say what is missing. */
async function* lines(
  first: HistoryQuery,
  actor: Actor,
  filter: HistoryFilter,
  { header, page, withAttendees, zone, at, missing }: Kind & { zone: string; at: Date; missing: string[] },
): AsyncGenerator<string> {
  yield byteOrderMark + csvLine(header)
  let query = first
  for (;;) {
    const { rows, nextCursor } = await page({ where: query.where, limit: sessionsAtOnce }, zone, filter.q)
    yield rows.map(csvLine).join('')
    if (nextCursor === null) break
    query = await historyQuery(actor, { ...filter, cursor: nextCursor }, at, soughtBy({ withAttendees }))
  }
  for (const sentence of missing) yield csvSentence(sentence, header.length)
}

const sessionHeader = [
  'Subject',
  'Meeting ID',
  'Organizer',
  'Group',
  'Planned start',
  'Planned end',
  'Started',
  'Ended',
  'Minutes',
  'People',
]

async function sessionLines(query: PageQuery, zone: string): Promise<SessionPage<CsvValue[]>> {
  const { rows, nextCursor } = await findSessions(query)
  const time = (instant: string | null) => instant && zonedIso(instant, zone)
  const lines = rows.map((row): CsvValue[] => {
    const session = viewSummary(row)
    return [
      session.subject,
      session.gotoMeetingId,
      session.organizer.name,
      session.group?.name ?? null,
      time(session.plannedStartsAt),
      time(session.plannedEndsAt),
      time(session.startedAt),
      time(session.endedAt),
      session.minutes,
      session.people,
    ]
  })
  return { rows: lines, nextCursor }
}

async function attendanceLines(
  query: PageQuery,
  zone: string,
  q: string | undefined,
): Promise<SessionPage<CsvValue[]>> {
  const { rows, nextCursor } = await findAttendance(query, q)
  const lines = rows.map((line): CsvValue[] => [
    line.subject,
    line.gotoMeetingId,
    line.organizer.name,
    zonedIso(line.startedAt, zone),
    zonedIsoOrNull(line.endedAt, zone),
    ...personFields(line, zone),
  ])
  return { rows: lines, nextCursor }
}
