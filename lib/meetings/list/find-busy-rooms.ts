import { db } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { longestRunStart } from '#lib/record/limits.ts'

export type BusyRoom = { id: bigint; since: Date }

/** Rooms that somebody is in or waiting for, and since when: few at any time. */
export async function findBusyRooms(now: Date): Promise<BusyRoom[]> {
  const rooms = await db().$queryRaw<{ id: string; since: Date | null }[]>`
    SELECT r.goto_meeting_id::text AS id, CASE WHEN r.is_active THEN r.active_since ELSE r.waiting_since END AS since
    FROM room_status r
    LEFT JOIN meeting m ON m.account_key = r.account_key AND m.goto_meeting_id = r.goto_meeting_id
    LEFT JOIN organizer o ON o.id = m.organizer_id
    -- First what has an index: most rooms were never in use today.
    WHERE (r.is_active OR r.waiting_since >= ${longestRunStart(now)})
      AND CASE WHEN r.is_active THEN greatest(r.read_at, o.listed_at) ELSE r.waiting_since END >= ${longestRunStart(now)}`
  return rooms.map(({ id, since }) => ({ id: BigInt(id), since: since ?? now }))
}

/** A busy room counts for the meeting whose time it is, not for all that ever took place in it. */
export function inBusyRooms(busy: readonly BusyRoom[]): Prisma.OccurrenceWhereInput[] {
  const own = { gotoMeetingId: { in: busy.map(({ id }) => id) }, meeting: { gotoMeetingId: { not: null } } }
  return [own, ...busy.map(({ id, since }) => ({ gotoMeetingId: id, endsAt: { gte: since } }))]
}
