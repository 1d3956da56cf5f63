import { db } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { mostLookedAt } from '#lib/db/rarest.ts'
import { type Condition, subjectConditions } from '#lib/db/search-sql.ts'
import { type ListedRow, meetingParts } from '#lib/record/meetings/listed-rows.ts'
import { type BusyRoom, findBusyRooms } from './find-busy-rooms.ts'
import { findCandidates, found } from './find-candidates.ts'
import { findPlanned, type ListedPage, loadPlanned, type Wanted } from './find-planned.ts'
import type { ListQuery } from './list-query.ts'

/**
 * One page: planned times by start, and on the first page, before them, the dateless rooms that belong there and
 * meetings started long before their time, which would otherwise be pages away.
 */
export async function findListed(query: ListQuery, visible: Prisma.MeetingWhereInput, now: Date): Promise<ListedPage> {
  if (query.search?.length === 0) return { rows: [], nextCursor: null }
  const [busy, sought] = await Promise.all([findBusyRooms(now), query.search && subjectConditions(query.search)])
  const few = await findCandidates(query.asked, sought, { since: query.from ?? now, busy })
  const early = whereEarly(query, busy, now)
  const wanted: Wanted = {
    query,
    meeting: { AND: [few ? { id: { in: few } } : {}, visible, { goneAt: null }, query.meeting] },
    areFew: few !== null,
    sought: few ? null : sought,
    busy,
    others: early ? { NOT: early } : {},
  }
  const [rooms, started, planned] = await Promise.all([
    findRooms(wanted, visible),
    early && !query.cursor ? findEarly(wanted, early) : [],
    findPlanned(wanted, now),
  ])
  return { rows: [...rooms, ...started, ...planned.rows], nextCursor: planned.nextCursor }
}

/** Meetings due within this time are near the top by their start. */
const nearTopMs = 3_600_000

/** Busy long before its time. A search for certain meetings or a period does not show others first. */
function whereEarly(query: ListQuery, busy: readonly BusyRoom[], now: Date): Prisma.OccurrenceWhereInput | null {
  if (query.from || query.mine || query.isSearch || busy.length === 0) return null
  return {
    gotoMeetingId: { in: busy.map(({ id }) => id) },
    startsAt: { gt: new Date(now.getTime() + nearTopMs) },
    meeting: { gotoMeetingId: { not: null } },
  }
}

function findEarly({ query, meeting }: Wanted, early: Prisma.OccurrenceWhereInput): Promise<ListedRow[]> {
  const to = query.to ? { startsAt: { lt: query.to } } : {}
  return loadPlanned({ AND: [{ goneAt: null, meeting }, early, to] }, query.limit)
}

async function findRooms(
  { query, meeting, sought, busy }: Wanted,
  visible: Prisma.MeetingWhereInput,
): Promise<ListedRow[]> {
  if (query.cursor) return []
  const gotoMeetingId = { in: busy.map(({ id }) => id) }
  const rows = await db().meeting.findMany({
    where: { AND: [meeting, { kind: 'room' }, query.isSearch ? await foundRooms(sought, visible) : { gotoMeetingId }] },
    orderBy: bySubject,
    take: query.limit,
    include: meetingParts,
  })
  return rows.map((row) => ({ meeting: row, planned: null }))
}

const bySubject: Prisma.MeetingOrderByWithRelationInput[] = [{ subject: 'asc' }, { id: 'asc' }]

/**
 * Of the rooms that may be seen as many are looked through as may be: what more than that have in common is no search
 * for one. Those seen for a reason of one's own come first, so that the company's, however many, hide none of them.
 */
async function foundRooms(
  sought: readonly Condition[] | null,
  visible: Prisma.MeetingWhereInput,
): Promise<Prisma.MeetingWhereInput> {
  if (!sought) return {}
  const seen = await Promise.all(
    (visible.OR ?? [visible]).map((way) =>
      db().meeting.findMany({
        where: { AND: [way, { kind: 'room', goneAt: null }] },
        orderBy: bySubject,
        take: mostLookedAt,
        select: { id: true },
      }),
    ),
  )
  const ids = [...new Set(seen.toReversed().flatMap((rooms) => rooms.map(({ id }) => id)))].slice(0, mostLookedAt)
  return found(sought, (param) => `SELECT unnest(${param(ids)}::uuid[]) AS id`)
}
