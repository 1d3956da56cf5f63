import type { Prisma } from '#lib/db/generated/client.ts'
import { subjectConditions } from '#lib/db/search-sql.ts'
import type { ListedRow } from '#lib/record/meetings/listed-rows.ts'
import { type BusyRoom, findBusyRooms } from './find-busy-rooms.ts'
import { findCandidates } from './find-candidates.ts'
import { findPlanned, loadPlanned, type Wanted } from './find-planned.ts'
import { findRooms } from './find-rooms.ts'
import { writePlace } from './list-place.ts'
import type { ListQuery } from './list-query.ts'

/** `nextCursor` may be there although the page isn't full: the list was looked through no further. */
type ListedPage = { rows: ListedRow[]; nextCursor: string | null }

/**
 * One page: planned times by start, before them the dateless rooms that belong there, by subject, and on the first page
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
    early && query.place.isFirst ? findEarly(wanted, early) : [],
    findPlanned(wanted, now),
  ])
  const nextCursor = writePlace({ planned: planned.next, room: rooms.next })
  return { rows: [...rooms.rows, ...started, ...planned.rows], nextCursor }
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
