import type { Prisma } from '#lib/db/generated/client.ts'
import { type Cursor, matching, periodEnd, periodStart, readCursor, uuidOf, zoneOf } from '#lib/db/list-filter.ts'
import { env } from '#lib/env.ts'
import type { MeetingFilter } from '#lib/meetings/schema.ts'

export type ListQuery = {
  from: Date | null
  to: Date | null
  cursor: Cursor | null
  limit: number
  mine: boolean
  /** About the meeting, whenever it takes place. */
  meeting: Prisma.MeetingWhereInput
  /** Whether this is a search for certain meetings rather than for what is due. */
  isSearch: boolean
}

const defaultLimit = 100

/** A filter as the database understands it. @throws AppError `invalid` naming the field. */
export function listQuery(filter: MeetingFilter): ListQuery {
  const zone = zoneOf(filter.zone ?? env().timeZone)
  const { organizer, group, q } = filter
  const conditions: Prisma.MeetingWhereInput[] = []
  if (organizer) conditions.push({ organizer: { personId: uuidOf('organizer', organizer) } })
  if (group) conditions.push({ organizer: { groupId: uuidOf('group', group) } })
  if (q) conditions.push(matching(q))
  return {
    from: filter.from === undefined ? null : periodStart(filter.from, zone),
    to: filter.to === undefined ? null : periodEnd(filter.to, zone),
    cursor: filter.cursor === undefined ? null : readCursor(filter.cursor),
    limit: filter.limit ?? defaultLimit,
    mine: filter.mine === '1',
    meeting: { AND: conditions },
    isSearch: Boolean(q || organizer || filter.rooms),
  }
}
