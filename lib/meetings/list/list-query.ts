import { type Actor, isPerson } from '#lib/auth/actor.ts'
import { now } from '#lib/clock.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { boundPeriod, periodEnd, periodStart, uuidOf, zoneOf } from '#lib/db/list-filter.ts'
import { type SearchPart, searchParts } from '#lib/db/search-parts.ts'
import { env } from '#lib/env.ts'
import type { MeetingFilter } from '#lib/meetings/schema.ts'
import { firstPage, type ListPlace, readPlace } from './list-place.ts'

export type ListQuery = {
  from: Date | null
  to: Date | null
  place: ListPlace
  limit: number
  mine: boolean
  /** About the meeting, whenever it takes place. */
  meeting: Prisma.MeetingWhereInput
  /** The same as it was asked; `mine`: whose. */
  asked: { organizer?: string; group?: string; mine?: string }
  /** What is searched for; null: this is no search. */
  search: SearchPart[] | null
  /** Whether this is a search for certain meetings rather than for what is due. */
  isSearch: boolean
}

const defaultLimit = 100

/** A filter as the database understands it. @throws AppError `invalid` naming the field. */
export function listQuery(filter: MeetingFilter, actor: Actor): ListQuery {
  const zone = zoneOf(filter.zone ?? env().timeZone)
  const { organizer, group, q } = filter
  const conditions: Prisma.MeetingWhereInput[] = []
  if (organizer) conditions.push({ organizer: { personId: uuidOf('organizer', organizer) } })
  if (group) conditions.push({ organizer: { groupId: uuidOf('group', group) } })
  const from = filter.from === undefined ? null : periodStart(filter.from, zone)
  const to = filter.to === undefined ? null : periodEnd(filter.to, zone)
  boundPeriod(from ?? now(), to)
  return {
    from,
    to,
    place: filter.cursor === undefined ? firstPage : readPlace(filter.cursor),
    limit: filter.limit ?? defaultLimit,
    mine: filter.mine === '1',
    meeting: { AND: conditions },
    asked: {
      ...(organizer ? { organizer } : {}),
      ...(group ? { group } : {}),
      ...(filter.mine === '1' && isPerson(actor) ? { mine: actor.personId } : {}),
    },
    search: q ? searchParts(q) : null,
    isSearch: Boolean(q || organizer || filter.rooms),
  }
}
