import type { MeetingSubject } from '#lib/auth/policy.ts'
import { db, type Tx } from '#lib/db/client.ts'
import type { RowOf } from '#lib/db/folded-columns.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { earliestStartMinutes, longestRunStart, minutesBefore } from '#lib/record/limits.ts'
import { throughGroups } from '#lib/record/rules.ts'
import { Visibility } from '#lib/settings/schema.ts'
import type { PastRun, RoomFacts } from './meeting-state.ts'
import { findPastRuns, type Runnable } from './past-runs.ts'

/** Everything a meeting's view shows. */
export const meetingParts = {
  organizer: { include: { group: true } },
  invited: { where: { named: true }, include: { person: { select: { name: true } } } },
  invitedGroups: { orderBy: [{ name: 'asc' }, { groupId: 'asc' }] },
} satisfies Prisma.MeetingInclude

export type MeetingRow = RowOf<Prisma.$MeetingPayload, { include: typeof meetingParts }>
export type PlannedRow = {
  id: string
  gotoMeetingId: bigint
  startsAt: Date
  endsAt: Date
  zone: string
}

/** One line of the list: a meeting with a planned time, or just the meeting when it is a dateless room. */
export type ListedRow = { meeting: MeetingRow; planned: PlannedRow | null }

export type Surroundings = {
  /** By GoTo's id. */
  rooms: Map<bigint, RoomFacts>
  /** People who pressed Join, by our public id. */
  presses: Map<string, number>
  /** The last run in the history, by our public id. */
  runs: Map<string, PastRun>
}

export function publicId({ meeting, planned }: ListedRow): string {
  return planned?.id ?? meeting.id
}

export function gotoIdOf({ meeting, planned }: ListedRow): bigint | null {
  return planned?.gotoMeetingId ?? meeting.gotoMeetingId
}

/** The groups it invites, with the ids of their people. */
export function groupsOf({ invitedGroups }: Pick<MeetingRow, 'invitedGroups'>) {
  return invitedGroups.map(({ groupId, name, required, except, personIds }) => {
    return { groupId, name, required, except, people: personIds.map((personId) => ({ personId })) }
  })
}

/** What the policy needs to know about it. */
export function subjectOf({ meeting }: ListedRow): MeetingSubject {
  return {
    visibility: Visibility.parse(meeting.visibility),
    organizerId: meeting.organizerId,
    coorganizerKeys: meeting.coorganizerKeys.map(String),
    groupId: meeting.organizer.groupId,
    invitedPersonIds: [...meeting.invited, ...throughGroups(groupsOf(meeting))].map(({ personId }) => personId),
  }
}

/** The rooms, clicks on Join and past runs of these rows: three queries, however many rows there are. */
export async function getSurroundings(rows: readonly ListedRow[], now: Date, client: Tx = db()): Promise<Surroundings> {
  const gotoMeetingId = { in: rows.flatMap((row) => gotoIdOf(row) ?? []) }
  const accountKey = { in: [...new Set(rows.map((row) => row.meeting.accountKey))] }
  const [rooms, presses, runs] = await Promise.all([
    client.roomStatus.findMany({ where: { accountKey, gotoMeetingId } }),
    countPresses(client, rows.map(publicId), now),
    findPastRuns(client, runnable(rows, now)),
  ])
  // A room is written when it changes; a listing that finds no change has looked at it all the same.
  const listedAt = new Map(rows.map((row) => [gotoIdOf(row), row.meeting.organizer.listedAt]))
  return {
    rooms: new Map(
      rooms.map(({ gotoMeetingId: id, readAt, ...room }) => [
        id,
        { ...room, heardAt: later(readAt, listedAt.get(id) ?? null) },
      ]),
    ),
    presses,
    runs,
  }
}

/** Those that can have run already. */
function runnable(rows: readonly ListedRow[], now: Date): Runnable {
  const begun = minutesBefore(now, -earliestStartMinutes)
  return {
    occurrenceIds: rows.flatMap(({ planned }) => (planned && planned.startsAt <= begun ? [planned.id] : [])),
    rooms: rows.flatMap(({ meeting: { id, accountKey, gotoMeetingId }, planned }) =>
      planned === null && gotoMeetingId !== null ? [{ id, accountKey, gotoMeetingId }] : [],
    ),
  }
}

function later(a: Date | null, b: Date | null): Date | null {
  return a && b ? (a > b ? a : b) : (a ?? b)
}

/** A room's clicks on Join count for as long as a run of it may reasonably last. */
async function countPresses(client: Tx, ids: string[], now: Date): Promise<Map<string, number>> {
  const roomsSince = longestRunStart(now)
  const counts = await client.$queryRaw<{ id: string; people: number }[]>`
    SELECT occurrence_id AS id, count(DISTINCT person_id)::int AS people
    FROM join_press WHERE occurrence_id = ANY(${ids}::uuid[]) GROUP BY 1
    UNION ALL
    SELECT meeting_id, count(DISTINCT person_id)::int
    FROM join_press WHERE meeting_id = ANY(${ids}::uuid[]) AND occurrence_id IS NULL AND at >= ${roomsSince} GROUP BY 1`
  return new Map(counts.map(({ id, people }) => [id, people]))
}
