import { db } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { writeCursor } from '#lib/db/list-filter.ts'
import { longestRunStart } from '#lib/record/limits.ts'
import { type ListedRow, meetingParts } from '#lib/record/meetings/listed-rows.ts'
import type { ListQuery } from './list-query.ts'

export type ListedPage = { rows: ListedRow[]; nextCursor: string | null }

/**
 * One page: planned times by start, and on the first page, before them, the dateless rooms that belong there and
 * meetings started long before their time, which would otherwise be pages away.
 */
export async function findListed(query: ListQuery, visible: Prisma.MeetingWhereInput, now: Date): Promise<ListedPage> {
  const meeting = { AND: [visible, { goneAt: null }, query.meeting] }
  const busy = await findBusyRooms(now)
  const [rooms, early, planned] = await Promise.all([
    findRooms(query, meeting, busy),
    findEarly(query, meeting, busy, now),
    findPlanned(query, meeting, busy, now),
  ])
  const page = planned.slice(0, query.limit)
  const last = planned.length > query.limit ? page.at(-1)?.planned : null
  return { rows: [...rooms, ...early, ...page], nextCursor: last ? writeCursor(last) : null }
}

type BusyRoom = { id: bigint; since: Date }

/** Rooms that somebody is in or waiting for, and since when: few at any time. */
async function findBusyRooms(now: Date): Promise<BusyRoom[]> {
  const rooms = await db().$queryRaw<{ id: string; since: Date | null }[]>`
    SELECT r.goto_meeting_id::text AS id, CASE WHEN r.is_active THEN r.active_since ELSE r.waiting_since END AS since
    FROM room_status r
    LEFT JOIN meeting m ON m.account_key = r.account_key AND m.goto_meeting_id = r.goto_meeting_id
    LEFT JOIN organizer o ON o.id = m.organizer_id
    WHERE CASE WHEN r.is_active THEN greatest(r.read_at, o.listed_at) ELSE r.waiting_since END >= ${longestRunStart(now)}`
  return rooms.map(({ id, since }) => ({ id: BigInt(id), since: since ?? now }))
}

/** A busy room counts for the meeting whose time it is, not for all that ever took place in it. */
function inBusyRooms(busy: readonly BusyRoom[]): Prisma.OccurrenceWhereInput[] {
  const own = { gotoMeetingId: { in: busy.map(({ id }) => id) }, meeting: { gotoMeetingId: { not: null } } }
  return [own, ...busy.map(({ id, since }) => ({ gotoMeetingId: id, endsAt: { gte: since } }))]
}

/** Meetings due within this time are near the top by their start. */
const nearTopMs = 3_600_000

/** Busy long before its time. A search for certain meetings or a period does not show others first. */
function whereEarly(query: ListQuery, busy: readonly BusyRoom[], now: Date): Prisma.OccurrenceWhereInput | null {
  if (query.from || query.mine || query.isSearch || busy.length === 0) return null
  const gotoMeetingId = { in: busy.map(({ id }) => id) }
  return {
    gotoMeetingId,
    startsAt: { gt: new Date(now.getTime() + nearTopMs) },
    meeting: { gotoMeetingId: { not: null } },
  }
}

async function findEarly(
  query: ListQuery,
  meeting: Prisma.MeetingWhereInput,
  busy: readonly BusyRoom[],
  now: Date,
): Promise<ListedRow[]> {
  const early = whereEarly(query, busy, now)
  if (!early || query.cursor) return []
  const to = query.to ? { startsAt: { lt: query.to } } : {}
  return find({ AND: [{ goneAt: null, meeting }, early, to] }, query.limit)
}

async function findPlanned(
  query: ListQuery,
  meeting: Prisma.MeetingWhereInput,
  busy: readonly BusyRoom[],
  now: Date,
): Promise<ListedRow[]> {
  const { from, to, cursor, limit } = query
  const current = { OR: [{ endsAt: { gte: now } }, ...inBusyRooms(busy)] }
  const chosen: Prisma.OccurrenceWhereInput = from ? inPeriod(query, current, now) : current
  const after: Prisma.OccurrenceWhereInput = cursor
    ? { OR: [{ startsAt: { gt: cursor.startsAt } }, { startsAt: cursor.startsAt, id: { gt: cursor.id } }] }
    : {}
  const early = whereEarly(query, busy, now)
  const others = early ? { NOT: early } : {}
  return find(
    { AND: [{ goneAt: null, meeting }, chosen, others, to ? { startsAt: { lt: to } } : {}, after] },
    limit + 1,
  )
}

/** What begins in it; while it lasts, also what began before and isn't over, like last night's meeting today. */
function inPeriod(
  { from, to }: ListQuery,
  current: Prisma.OccurrenceWhereInput,
  now: Date,
): Prisma.OccurrenceWhereInput {
  const begins = from ? { startsAt: { gte: from } } : {}
  const lasts = from !== null && from <= now && (to === null || to > now)
  return !lasts ? begins : { OR: [begins, { AND: [{ startsAt: { lt: from } }, current] }] }
}

async function find(where: Prisma.OccurrenceWhereInput, most: number): Promise<ListedRow[]> {
  const found = await db().occurrence.findMany({
    where,
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    take: most,
    include: { meeting: { include: meetingParts } },
  })
  return found.map(({ meeting, ...planned }) => ({ meeting, planned }))
}

async function findRooms(
  query: ListQuery,
  meeting: Prisma.MeetingWhereInput,
  busy: readonly BusyRoom[],
): Promise<ListedRow[]> {
  if (query.cursor) return []
  const gotoMeetingId = { in: busy.map(({ id }) => id) }
  const found = await db().meeting.findMany({
    where: { AND: [meeting, { kind: 'room' }, query.isSearch ? {} : { gotoMeetingId }] },
    orderBy: [{ subject: 'asc' }, { id: 'asc' }],
    take: query.limit,
    include: meetingParts,
  })
  return found.map((row) => ({ meeting: row, planned: null }))
}
