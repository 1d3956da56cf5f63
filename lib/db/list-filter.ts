import type { Prisma } from '#lib/db/generated/client.ts'
import { AppError } from '#lib/errors.ts'
import { parseMeetingId } from '#lib/meeting-id.ts'
import { countWords, type Sought, seek } from '#lib/search/seek.ts'
import { addDays, isDay, startOfDay } from '#lib/time/day.ts'
import { timeSentences } from '#lib/time/sentences.ts'
import { isZone } from '#lib/time/zone.ts'
import { allOf, beginsWord } from './folded-columns.ts'

/** What the filters of all lists have in common, as the database understands it. Every refusal names its field. */

/** A place in a list that is ordered by an instant and, where two are equal, by id. */
export type Cursor = { startsAt: Date; id: string }

/** What a list can be searched by. */
export type Searched = {
  AND?: Searched[]
  OR?: Searched[]
  gotoMeetingId?: Prisma.BigIntFilter | bigint
  subjectWords?: Prisma.StringFilter
  organizer?: { nameWords?: Prisma.StringFilter; emailWords?: Prisma.StringFilter }
}

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

export function writeCursor({ startsAt, id }: Cursor): string {
  return Buffer.from(`${startsAt.toISOString()} ${id}`).toString('base64url')
}

/** An address has five words, and each sign of a Chinese name is one. */
const mostWords = 12

/**
 * Every word must begin a word of the subject, of the organizer's name or of their address; or be the meeting's number
 * or its beginning. Punctuation alone finds nothing. @throws AppError `invalid` for too many words
 */
export function matching(q: string): Searched {
  const id = parseMeetingId(q)
  if (id) return { gotoMeetingId: BigInt(id) }
  if (seekAtMost(q).length === 0) return { subjectWords: { in: [] } }
  const [numbers, texts] = partition([...new Set(q.trim().split(/\s+/))], (part) => /^[\d-]{3,11}$/.test(part))
  const said = seek(texts.join(' '))
  const inNumbers = numbers.reduce((sum, part) => sum + countWords(seek(part)), 0)
  if (inNumbers + countWords(said) > mostWords) throw tooManyWords()
  return { AND: [...numbers.map(numberedOrSaid), ...allOf(said, saying)] }
}

/** What a search looks for. @throws AppError `invalid` for too many words: planning such a query costs more than running it. */
export function seekAtMost(q: string): Sought[] {
  const sought = seek(q)
  if (countWords(sought) > mostWords) throw tooManyWords()
  return sought
}

function tooManyWords(): AppError {
  return invalid('q', `At most ${mostWords} words.`)
}

function saying(word: string): Searched {
  const begins = beginsWord(word)
  return { OR: [{ subjectWords: begins }, { organizer: { nameWords: begins } }, { organizer: { emailWords: begins } }] }
}

/** `123-45` is the beginning of a number, or `123` and `45` are words. */
function numberedOrSaid(part: string): Searched {
  const said = { AND: allOf(seek(part), saying) }
  const digits = part.replaceAll('-', '')
  const missing = 9 - digits.length
  if (digits === '' || missing < 0) return said
  const from = BigInt(digits) * 10n ** BigInt(missing)
  return { OR: [{ gotoMeetingId: { gte: from, lt: from + 10n ** BigInt(missing) } }, said] }
}

function partition<T>(items: readonly T[], isFirst: (item: T) => boolean): [T[], T[]] {
  return [items.filter(isFirst), items.filter((item) => !isFirst(item))]
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
  if (!isStorable(startsAt)) throw invalid('cursor', 'This page of the list does not exist; start again.')
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
