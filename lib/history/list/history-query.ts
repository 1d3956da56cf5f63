import type { Actor } from '#lib/auth/actor.ts'
import { visibleSessions } from '#lib/auth/policy.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { boundPeriod, type Cursor, periodEnd, periodStart, readCursor, zoneOf } from '#lib/db/list-filter.ts'
import { searchParts } from '#lib/db/search-parts.ts'
import { env } from '#lib/env.ts'
import type { HistoryFilter } from '#lib/history/schema.ts'
import { startOfLast } from '#lib/time/local.ts'
import { type ChosenOrganizer, chooseOrganizers } from './choose-organizers.ts'

export type HistoryQuery = {
  organizers: ChosenOrganizer[]
  /** null: no start. */
  from: Date | null
  to: Date
  limit: number
  /** What is searched for; null: this is no search. */
  q: string | null
  where: Prisma.SessionWhereInput
}

const defaultDays = 30
const defaultLimit = 100

/**
 * A filter as the database understands it, limited to what the actor may see. @throws AppError `forbidden`, or
 * `invalid` by field
 */
export async function historyQuery(actor: Actor, filter: HistoryFilter, at: Date): Promise<HistoryQuery> {
  if (filter.q) searchParts(filter.q)
  const organizers = await chooseOrganizers(actor, filter)
  const zone = zoneOf(filter.zone ?? env().timeZone)
  const to = filter.to === undefined ? at : periodEnd(filter.to, zone)
  const from = beginning(filter, zone, to)
  boundPeriod(from, to)
  const cursor = filter.cursor === undefined ? null : readCursor(filter.cursor)
  return {
    organizers,
    from,
    to,
    limit: filter.limit ?? defaultLimit,
    q: filter.q ?? null,
    where: {
      AND: [
        visibleSessions(actor),
        { organizerId: { in: organizers.map(({ id }) => id) } },
        { startedAt: { ...(from ? { gte: from } : {}), lt: to > at ? new Date(at.getTime() + 1) : to } },
        cursor ? after(cursor) : {},
      ],
    },
  }
}

function beginning({ from, all }: HistoryFilter, zone: string, to: Date): Date | null {
  if (from !== undefined) return periodStart(from, zone)
  return all === '1' ? null : startOfLast(defaultDays, to, zone)
}

/** Newest first. */
function after({ startsAt, id }: Cursor): Prisma.SessionWhereInput {
  return { OR: [{ startedAt: { lt: startsAt } }, { startedAt: startsAt, id: { lt: id } }] }
}
