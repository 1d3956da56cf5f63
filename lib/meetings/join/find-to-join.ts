import type { Actor } from '#lib/auth/actor.ts'
import { visibleMeetings } from '#lib/auth/policy.ts'
import { now } from '#lib/clock.ts'
import { db } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { longestRunStart, minutesBefore } from '#lib/record/limits.ts'
import { getJoinRules } from '#lib/record/meetings/get-join-rules.ts'
import { joinFacts } from '#lib/record/meetings/join-facts.ts'
import { getSurroundings, type ListedRow, meetingParts } from '#lib/record/meetings/listed-rows.ts'

/**
 * What a person typing this ID now means, as a public id: the planned time that can be joined, else the open room
 * itself, however near its next time is; else the next planned time, else the last. null: nothing they may see.
 */
export async function findToJoin(actor: Actor, gotoMeetingId: bigint): Promise<string | null> {
  const at = now()
  const meeting = { AND: [visibleMeetings(actor), { goneAt: null }] }
  const where = { goneAt: null, gotoMeetingId, meeting }
  const open = await findOpenTime(where, at)
  if (open) return open
  const room = await db().meeting.findFirst({
    where: { AND: [meeting, { gotoMeetingId, kind: 'room' }] },
    select: { id: true, cancelsAt: true },
  })
  if (room?.cancelsAt === null) return room.id
  const planned =
    (await db().occurrence.findFirst({ where: { ...where, endsAt: { gte: at } }, orderBy: { startsAt: 'asc' } })) ??
    (await db().occurrence.findFirst({ where, orderBy: { startsAt: 'desc' } }))
  return planned?.id ?? room?.id ?? null
}

/** Of two that can be joined at once, the one that is on or about to start; else the one that ended last. */
async function findOpenTime(where: Prisma.OccurrenceWhereInput, at: Date): Promise<string | null> {
  const rules = await getJoinRules()
  const found = await db().occurrence.findMany({
    where: {
      ...where,
      startsAt: { lte: minutesBefore(at, -rules.opensMinutesBefore) },
      // A meeting still running can be joined however long past its end.
      endsAt: { gte: longestRunStart(at) },
    },
    orderBy: { startsAt: 'asc' },
    include: { meeting: { include: meetingParts } },
  })
  const rows = found.map(({ meeting, ...planned }) => ({ meeting, planned }) satisfies ListedRow)
  const around = await getSurroundings(rows, at)
  const open = rows.filter((row) => joinFacts(row, around, rules, at).refusal === null)
  return (open.find(({ planned }) => planned.endsAt >= at) ?? open.at(-1))?.planned.id ?? null
}
