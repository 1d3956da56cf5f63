import { recordAudit } from '#lib/audit/record-audit.ts'
import type { Actor } from '#lib/auth/actor.ts'
import { AppError, type ErrorCode } from '#lib/errors.ts'
import { type PersonColumn, personColumns, stayColumns } from '#lib/history/columns.ts'
import type { CsvForm, MissingPerson, Session, UnreadBecause } from '#lib/history/schema.ts'
import { fileSentence, sittingWords, unreadSentence } from '#lib/history/sentences.ts'
import { getSession, type SessionWish } from '#lib/history/session/get-session.ts'
import type { Download } from '#lib/http/download.ts'
import { zonedIso } from '#lib/time/zoned-iso.ts'
import { csvLine, csvSentence } from './csv.ts'
import { csvHead, csvRow } from './csv-rows.ts'
import { downloadZone } from './download-zone.ts'
import { sessionWorkbook } from './session-workbook.ts'

export type SessionExport = SessionWish & {
  format: 'csv' | 'xlsx'
  form?: CsvForm
  rows?: 'people' | 'intervals' | undefined
  zone?: string | undefined
  clock?: '12' | undefined
}

/** The attendance report as a file, with the page's permissions. @throws AppError as `getSession` */
export async function exportSession(
  actor: Actor,
  id: string,
  { format, form, rows, ...wish }: SessionExport,
): Promise<Download> {
  const zone = await downloadZone(actor, wish.zone)
  const session = await getSession(actor, id, wish)
  if (session.unreadBecause !== null) throw noReport(session.unreadBecause, session.organizer.name)
  await recordAudit(actor, 'session.exported', { subject: { kind: 'session', id }, details: { format } })
  const [day, time = ''] = zonedIso(session.startedAt, zone).split('T')
  const what = format === 'csv' && rows === 'intervals' ? ' stays' : ''
  const name = `${session.subject} ${day} ${time.slice(0, 5).replace(':', '')}${sittingsName(session)}${what}`
  if (format === 'xlsx') return { name, extension: 'xlsx', body: sessionWorkbook(session, zone, wish.clock) }
  return {
    name,
    extension: 'csv',
    body: rows === 'intervals' ? stays(session, zone, form) : people(session, zone, form),
  }
}

/** Retrying only helps with what may still come. */
const codes: Record<UnreadBecause, ErrorCode> = {
  'not-over': 'upstream_unavailable',
  preparing: 'upstream_unavailable',
  failed: 'upstream_unavailable',
  unreadable: 'upstream_rejected',
  'not-connected': 'not_connected',
  'organizer-gone': 'not_found',
  expired: 'not_found',
}

function noReport(because: UnreadBecause, organizer: string): AppError {
  const code = codes[because]
  const mayCome = code === 'upstream_unavailable'
  return new AppError(code, `${unreadSentence(because, organizer)}${mayCome ? ' Try again later.' : ''}`, {
    ...(mayCome ? { retryAfterSeconds: 5 } : {}),
  })
}

const columns: readonly PersonColumn[] = Object.values(personColumns)

async function* people(session: Session, zone: string, form: CsvForm | undefined): AsyncGenerator<string> {
  yield csvHead(columns, form)
  for (const attendee of session.attendees) yield csvRow(columns, attendee, zone, form)
  for (const person of session.missing) yield csvLine(missingFields(person), form)
  yield* lastLine(session, columns.length, form)
}

/** A line as wide as the others, claiming nothing that didn't happen. */
function missingFields(person: MissingPerson) {
  return columns.map(({ ofMissing }) => ofMissing?.(person) ?? null)
}

async function* stays(session: Session, zone: string, form: CsvForm | undefined): AsyncGenerator<string> {
  yield csvHead(stayColumns, form)
  for (const attendee of session.attendees)
    for (const stay of attendee.intervals) yield csvRow(stayColumns, { attendee, stay }, zone, form)
  yield* lastLine(session, stayColumns.length, form)
}

/** A file must not look complete when it isn't. */
function* lastLine(session: Session, columnCount: number, form: CsvForm | undefined): Generator<string> {
  const sentence = fileSentence(session)
  if (sentence) yield csvSentence(sentence, columnCount, form)
}

/** ` whole meeting`, ` sitting 1 of 2`: files of the same meeting have names of their own. */
function sittingsName({ sittings, sitting }: Session): string {
  if (sittings.length < 2) return ''
  return sitting ? ` sitting ${sittingWords(sitting)}` : ' whole meeting'
}
