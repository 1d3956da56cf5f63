import { db } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import type { Cursor } from '#lib/db/list-filter.ts'
import { mostLookedAt } from '#lib/db/rarest.ts'
import type { Condition } from '#lib/db/search-sql.ts'
import { findLong, usualStart } from '#lib/record/meetings/find-long.ts'
import { type ListedRow, meetingParts } from '#lib/record/meetings/listed-rows.ts'
import { type BusyRoom, inBusyRooms } from './find-busy-rooms.ts'
import { found } from './find-candidates.ts'
import type { ListQuery } from './list-query.ts'

/** `next` may be there although the page isn't full: the list was looked through no further. */
type PlannedPage = { rows: ListedRow[]; next: Cursor | null }

export type Wanted = {
  query: ListQuery
  meeting: Prisma.MeetingWhereInput
  /** `meeting` names them. */
  areFew: boolean
  /** What else they must have, in words; null: nothing. */
  sought: readonly Condition[] | null
  busy: readonly BusyRoom[]
  /** Without what is listed elsewhere. */
  others: Prisma.OccurrenceWhereInput
}

/**
 * A page of planned times. Where they aren't known to be few they are looked through in order, no further than
 * `mostLookedAt`, whatever is asked for and however little of it may be seen.
 */
export async function findPlanned(wanted: Wanted, now: Date): Promise<PlannedPage> {
  const { to, place, limit } = wanted.query
  const cursor = place.planned
  if (!place.isFirst && cursor === null) return { rows: [], next: null }
  const { since, isClosed, due } = inPeriod(wanted, now)
  const start = cursor && cursor.startsAt > since ? cursor.startsAt : since
  const isPast = isClosed || (cursor !== null && cursor.startsAt >= since)
  const [old, end] = await Promise.all([
    isPast ? [] : findOld(wanted, since, now),
    wanted.areFew ? null : endOfPiece(start, cursor, to),
  ])
  const piece = { startsAt: { gte: start, ...(end ? { lte: end.startsAt } : {}) } }
  const isIn: Condition = (param) =>
    `SELECT DISTINCT meeting_id AS id FROM occurrence
     WHERE starts_at >= ${param(start)} AND starts_at <= ${param(end?.startsAt ?? to ?? 'infinity')}`
  const meeting = await found(wanted.sought, isIn)
  const rest = limit + 1 - old.length
  const rows = rest > 0 ? await load(wanted, [{ meeting }, piece, end ? { NOT: after(end) } : {}, due], rest) : []
  return pageOf([...old, ...rows], limit, end)
}

type Period = { since: Date; isClosed: boolean; due: Prisma.OccurrenceWhereInput }

/**
 * Where to look from, and for what. What began before a period that lasts now and isn't over belongs to it, like last
 * night's meeting to today; to any other period belongs only what begins in it.
 */
function inPeriod({ query: { from, to }, busy }: Wanted, now: Date): Period {
  const usual = usualStart(now)
  const current = [{ endsAt: { gte: now } }, ...inBusyRooms(busy)]
  if (from === null) return { since: usual, isClosed: false, due: { OR: current } }
  const lasts = from <= now && (to === null || to > now)
  if (!lasts) return { since: from, isClosed: true, due: {} }
  return {
    since: usual < from ? usual : from,
    isClosed: false,
    due: { OR: [{ startsAt: { gte: from } }, ...current] },
  }
}

function pageOf(found: ListedRow[], limit: number, end: Cursor | null): PlannedPage {
  const rows = found.slice(0, limit)
  const last = found.length > limit ? rows.at(-1)?.planned : end
  return { rows, next: last ? { startsAt: last.startsAt, id: last.id } : null }
}

/** Of those that began more than a day ago: what lasts longer and isn't over, and what takes place all the same. */
async function findOld(wanted: Wanted, since: Date, now: Date): Promise<ListedRow[]> {
  const long = await findLong(now)
  if (long.length + wanted.busy.length === 0) return []
  const named = { OR: [{ id: { in: long } }, ...inBusyRooms(wanted.busy)] }
  const old = await db().occurrence.findMany({
    where: { AND: [{ startsAt: { lt: since } }, named] },
    select: { id: true, meetingId: true },
  })
  const meetingIds = [...new Set(old.map(({ meetingId }) => meetingId))]
  const meeting = await found(wanted.sought, (param) => `SELECT unnest(${param(meetingIds)}::uuid[]) AS id`)
  return load(wanted, [{ meeting }, { id: { in: old.map(({ id }) => id) } }], wanted.query.limit + 1)
}

/** The last one that may be looked at; null: there are no more. */
async function endOfPiece(start: Date, cursor: Cursor | null, to: Date | null): Promise<Cursor | null> {
  return db().occurrence.findFirst({
    where: { AND: [{ startsAt: { gte: start, ...(to ? { lt: to } : {}) } }, cursor ? after(cursor) : {}] },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    skip: mostLookedAt - 1,
    select: { startsAt: true, id: true },
  })
}

function after({ startsAt, id }: Cursor): Prisma.OccurrenceWhereInput {
  return { OR: [{ startsAt: { gt: startsAt } }, { startsAt, id: { gt: id } }] }
}

function load({ query, meeting, others }: Wanted, narrowed: Prisma.OccurrenceWhereInput[], most: number) {
  const { to } = query
  const cursor = query.place.planned
  const asked = [{ goneAt: null, meeting }, others, to ? { startsAt: { lt: to } } : {}, cursor ? after(cursor) : {}]
  return loadPlanned({ AND: [...asked, ...narrowed] }, most)
}

export async function loadPlanned(where: Prisma.OccurrenceWhereInput, most: number): Promise<ListedRow[]> {
  const found = await db().occurrence.findMany({
    where,
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    take: most,
    include: { meeting: { include: meetingParts } },
  })
  return found.map(({ meeting, ...planned }) => ({ meeting, planned }))
}
