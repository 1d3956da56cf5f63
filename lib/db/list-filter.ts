import { AppError } from '#lib/errors.ts'
import { addDays, dayMs, isDay, startOfDay } from '#lib/time/day.ts'
import { timeSentences } from '#lib/time/sentences.ts'
import { isZone } from '#lib/time/zone.ts'

/** What the filters of all lists have in common, as the database understands it. Every refusal names its field. */

/** A place in a list that is ordered by an instant and, where two are equal, by id. */
export type Cursor = { startsAt: Date; id: string }

/** Of a cursor that is none. */
export const noSuchPage = 'This page of the list does not exist; start again.'

/** The zone of a filter. @throws AppError `invalid` */
export function zoneOf(zone: string): string {
  if (isZone(zone)) return zone
  throw invalid('zone', timeSentences.notAZone)
}

/** The beginning of a period: a local day, or an instant. @throws AppError `invalid` */
export function periodStart(text: string, zone: string): Date {
  return instant('from', text, zone, (day) => day)
}

/** The end of a period, exclusive: a local day is part of it. @throws AppError `invalid` */
export function periodEnd(text: string, zone: string): Date {
  return instant('to', text, zone, (day) => addDays(day, 1))
}

const mostYears = 10

/** Nobody looks at more at once. @throws AppError `invalid` */
export function boundPeriod(from: Date | null, to: Date | null): void {
  if (from && to && to.getTime() - from.getTime() > mostYears * 366 * dayMs)
    throw invalid('to', `Choose a period of at most ${mostYears} years.`)
}

export function writeCursor({ startsAt, id }: Cursor): string {
  return Buffer.from(`${startsAt.toISOString()} ${id}`).toString('base64url')
}

function instant(field: string, text: string, zone: string, dayOf: (day: string) => string): Date {
  if (isDay(text) && isStorable(new Date(text))) return startOfDay(dayOf(text), zone)
  const at = new Date(text)
  // JavaScript takes 30 February for 2 March.
  const isInstant = isDay(text.slice(0, 10)) && /^T[\d:.]+(Z|[+-]\d{2}:?\d{2})$/.test(text.slice(10))
  if (!isInstant || !isStorable(at))
    throw invalid(field, 'Give a day like 2026-11-24, or a time like 2026-11-24T09:00:00Z.')
  return at
}

export function readCursor(text: string): Cursor {
  const [at = '', id = ''] = Buffer.from(text, 'base64url').toString('utf8').split(' ')
  const startsAt = new Date(at)
  if (!isStorable(startsAt)) throw invalid('cursor', noSuchPage)
  return { startsAt, id: uuidOf('cursor', id) }
}

/** An instant that PostgreSQL and people can both make something of. */
function isStorable(at: Date): boolean {
  const year = at.getUTCFullYear()
  return year >= 1970 && year <= 9998
}

export function uuidOf(field: string, text: string): string {
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)) return text
  throw invalid(field, 'This entry doesn’t exist.')
}

export function invalid(field: string, sentence: string): AppError {
  return new AppError('invalid', sentence, { fields: { [field]: sentence } })
}
