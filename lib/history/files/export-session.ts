import { recordAudit } from '#lib/audit/record-audit.ts'
import type { Actor } from '#lib/auth/actor.ts'
import { AppError } from '#lib/errors.ts'
import { type Session, type SessionAttendee, type UnreadBecause, unreadRowsText } from '#lib/history/schema.ts'
import { getSession } from '#lib/history/session/get-session.ts'
import type { Download } from '#lib/http/download.ts'
import { zonedIso, zonedIsoOrNull } from '#lib/time/zoned-iso.ts'
import { byteOrderMark, csvLine, csvSentence } from './csv.ts'
import { downloadZone } from './download-zone.ts'
import { absentColumns, peopleHeader } from './people-columns.ts'
import { secondsOf } from './seconds-of.ts'
import { sessionWorkbook } from './session-workbook.ts'

export type SessionExport = {
  format: 'csv' | 'xlsx'
  rows?: 'people' | 'intervals' | undefined
  zone?: string | undefined
}

/** The attendance report as a file, with the rights of the page. @throws AppError as `getSession` */
export async function exportSession(actor: Actor, id: string, wish: SessionExport): Promise<Download> {
  const zone = await downloadZone(actor, wish.zone)
  const session = await getSession(actor, id)
  if (session.unreadBecause !== null) throw noReport(session.unreadBecause)
  await recordAudit(actor, 'session.exported', { subject: { kind: 'session', id }, details: { format: wish.format } })
  const [day, time = ''] = zonedIso(session.startedAt, zone).split('T')
  const what = wish.format === 'csv' && wish.rows === 'intervals' ? ' stays' : ''
  const name = `${session.subject} ${day} ${time.slice(0, 5).replace(':', '')}${what}`
  if (wish.format === 'xlsx') return { name, extension: 'xlsx', body: await sessionWorkbook(session, zone) }
  return { name, extension: 'csv', body: wish.rows === 'intervals' ? stays(session, zone) : people(session, zone) }
}

/** Only what may come is worth trying again. */
function noReport(because: UnreadBecause): AppError {
  switch (because) {
    case 'preparing':
      return later('GoTo has not told yet who came. Try again in a moment.')
    case 'failed':
      return later('GoTo could not be asked just now who came. Try again in a moment.')
    case 'not-connected':
      return new AppError(
        'not_connected',
        'Foyer may not ask GoTo for you who came. Connect GoTo, or ask the organizer to open this report.',
      )
    case 'organizer-gone':
      return new AppError(
        'not_found',
        'There is no report: this organizer is gone at GoTo, which tells no more of them.',
      )
    case 'expired':
      return new AppError('not_found', 'There is no report: GoTo tells only of the last year who came.')
  }
}

function later(sentence: string): AppError {
  return new AppError('upstream_unavailable', sentence, { retryAfterSeconds: 5 })
}

async function* people(session: Session, zone: string): AsyncGenerator<string> {
  yield byteOrderMark + csvLine(peopleHeader)
  for (const attendee of session.attendees) yield csvLine(personFields(attendee, zone))
  for (const invited of session.missing) yield csvLine(absentFields(invited))
  if (session.unreadRows > 0) yield csvSentence(unreadRowsText(session.unreadRows), peopleHeader.length)
}

/** A line as long as the others, with nothing in it that did not happen. */
function absentFields(invited: Session['missing'][number]): (string | number | null)[] {
  return [...absentColumns(invited), null, null, 0, 0, null, null]
}

const staysHeader = ['Name', 'Typed name', 'E-mail', 'Role', 'Invited', 'Joined', 'Left', 'Seconds']

async function* stays(session: Session, zone: string): AsyncGenerator<string> {
  yield byteOrderMark + csvLine(staysHeader)
  for (const { name, typedName, email, role, required, intervals } of session.attendees)
    for (const { joinedAt, leftAt } of intervals) {
      const [joined, left] = [zonedIsoOrNull(joinedAt, zone), zonedIsoOrNull(leftAt, zone)]
      yield csvLine([name, typedName, email, role, required, joined, left, secondsOf({ joinedAt, leftAt })])
    }
  if (session.unreadRows > 0) yield csvSentence(unreadRowsText(session.unreadRows), staysHeader.length)
}

export function personFields(row: Omit<SessionAttendee, 'intervals'>, zone: string): (string | number | null)[] {
  return [
    row.name,
    row.typedName,
    row.email,
    row.role,
    row.required,
    zonedIsoOrNull(row.firstJoin, zone),
    zonedIsoOrNull(row.lastLeave, zone),
    row.minutes,
    row.share,
    row.confidence,
    row.reasons.join('; '),
  ]
}
