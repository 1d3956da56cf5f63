import type { Actor, PersonActor } from '#lib/auth/actor.ts'
import { authorize, visibleMeetings } from '#lib/auth/policy.ts'
import { now } from '#lib/clock.ts'
import { db } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { invalid } from '#lib/db/list-filter.ts'
import { ownMeetings } from '#lib/meetings/list/own-meetings.ts'
import type { ConflictQuery, Conflicts } from '#lib/meetings/schema.ts'
import { longestMeetingMs } from '#lib/meetings/schema.ts'
import { sentences } from '#lib/meetings/sentences.ts'
import { earliestStartMinutes, minutesBefore } from '#lib/record/limits.ts'
import { findLong, usualStart } from '#lib/record/meetings/find-long.ts'
import { getJoinRules } from '#lib/record/meetings/get-join-rules.ts'
import { joinFacts } from '#lib/record/meetings/join-facts.ts'
import { getSurroundings, type ListedRow, meetingParts } from '#lib/record/meetings/listed-rows.ts'
import { timeSentences } from '#lib/time/sentences.ts'

/** Two meetings in one room this close would overlap at the door. */
const doorMinutes = 15
const mostNamed = 10

/** My other meetings at that time, and what is in the same room just before and after. @throws AppError `invalid` */
export async function listConflicts(given: Actor, query: ConflictQuery): Promise<Conflicts> {
  const actor = authorize(given, 'meeting.list')
  const [start, end] = [new Date(query.startsAt), new Date(query.endsAt)]
  if (end <= start) throw invalid('endsAt', timeSentences.endsBeforeStart)
  if (end.getTime() - start.getTime() > longestMeetingMs) throw invalid('endsAt', sentences.atMostADay)
  const isOn = { OR: [{ startsAt: { gte: usualStart(start) } }, { id: { in: await findLong(start) } }] }
  const others: Prisma.OccurrenceWhereInput = {
    goneAt: null,
    meeting: { goneAt: null, cancelsAt: null },
    ...(query.except ? { id: { not: query.except } } : {}),
  }
  const [overlaps, before, after] = await Promise.all([
    findOverlaps({
      AND: [others, { meeting: ownMeetings(actor) }, isOn, { startsAt: { lt: end }, endsAt: { gt: start } }],
    }),
    findInRoom(actor, query.roomId, {
      AND: [others, { endsAt: { lte: start, gte: minutesBefore(start, doorMinutes) } }],
    }),
    findInRoom(actor, query.roomId, {
      AND: [others, { startsAt: { gte: end, lte: minutesBefore(end, -doorMinutes) } }],
    }),
  ])
  return {
    overlaps,
    roomNeighbours: [
      ...before.map((meeting) => ({ ...meeting, side: 'before' as const })),
      ...after.map((meeting) => ({ ...meeting, side: 'after' as const })),
    ],
  }
}

async function findOverlaps(where: Prisma.OccurrenceWhereInput): Promise<Neighbour[]> {
  return find({ AND: [where, { id: { notIn: await findEndedEarly(where) } }] })
}

/** Those that ended before their time was up: the people in them are free. */
async function findEndedEarly(where: Prisma.OccurrenceWhereInput): Promise<string[]> {
  const [at, rules] = [now(), await getJoinRules()]
  const due = minutesBefore(at, -Math.max(earliestStartMinutes, rules.opensMinutesBefore))
  const found = await db().occurrence.findMany({
    where: { AND: [where, { startsAt: { lte: due }, endsAt: { gt: at } }] },
    include: { meeting: { include: meetingParts } },
  })
  if (found.length === 0) return []
  const rows = found.map(({ meeting, ...planned }) => ({ meeting, planned }) satisfies ListedRow)
  const around = await getSurroundings(rows, at)
  const ended = rows.filter((row) => ['ended', 'captured'].includes(joinFacts(row, around, rules, at).state))
  return ended.map(({ planned }) => planned.id)
}

/** I can plan only in my own rooms, and see only the names of meetings I may read. */
async function findInRoom(
  actor: PersonActor,
  roomId: string | undefined,
  where: Prisma.OccurrenceWhereInput,
): Promise<Neighbour[]> {
  if (roomId === undefined) return []
  const room = await db().meeting.findFirst({
    where: { id: roomId, kind: 'room', goneAt: null, organizerId: { in: actor.organizerIds } },
  })
  if (!room?.gotoMeetingId) return []
  const { accountKey, gotoMeetingId } = room
  return find({ AND: [where, { gotoMeetingId, meeting: { AND: [visibleMeetings(actor), { accountKey }] } }] })
}

type Neighbour = Conflicts['overlaps'][number]

async function find(where: Prisma.OccurrenceWhereInput): Promise<Neighbour[]> {
  const found = await db().occurrence.findMany({
    where,
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    take: mostNamed,
    include: { meeting: { select: { subject: true } } },
  })
  return found.map(({ id, startsAt, endsAt, meeting: { subject } }) => ({
    id,
    subject,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
  }))
}
