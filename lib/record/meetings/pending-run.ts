import { db } from '#lib/db/client.ts'
import { awaitedMinutes, latestRunMinutes, minutesBefore, noticedMinutes } from '#lib/record/limits.ts'
import { getJoinRules } from './get-join-rules.ts'
import { type JoinFacts, joinFacts } from './join-facts.ts'
import { getSurroundings, gotoIdOf, type ListedRow, meetingParts, publicId, type Surroundings } from './listed-rows.ts'

/** A run of a meeting that the history cannot have yet: somebody holds it, or it just ended and GoTo hasn't reported it. */
export type PendingRun = 'not-over' | 'preparing'

/** Whether who came so far may not be all who came. */
export async function pendingRun(row: ListedRow, at: Date): Promise<PendingRun | null> {
  const pending = await pendingRuns([row], at)
  return pending.get(publicId(row)) ?? null
}

/** The same of a planned time by its id. */
export async function pendingRunOf(occurrenceId: string, at: Date): Promise<PendingRun | null> {
  const pending = await pendingRunsOf([occurrenceId], at)
  return pending.get(occurrenceId) ?? null
}

/** The same of several; those without such a run are left out. */
export async function pendingRunsOf(occurrenceIds: readonly string[], at: Date): Promise<Map<string, PendingRun>> {
  if (occurrenceIds.length === 0) return new Map()
  const occurrences = await db().occurrence.findMany({
    // Longer after its end nobody holds it, and what is missing then is not awaited.
    where: { id: { in: [...occurrenceIds] }, endsAt: { gte: minutesBefore(at, latestRunMinutes + awaitedMinutes) } },
    include: { meeting: { include: meetingParts } },
  })
  return pendingRuns(
    occurrences.map(({ meeting, ...planned }) => ({ meeting, planned })),
    at,
  )
}

async function pendingRuns(rows: readonly ListedRow[], at: Date): Promise<Map<string, PendingRun>> {
  if (rows.length === 0) return new Map()
  const [around, rules, coveredTo] = await Promise.all([getSurroundings(rows, at), getJoinRules(), readUntil(rows)])
  const found = new Map<string, PendingRun>()
  for (const row of rows) {
    const pending = pendingIn(row, { ...around, coveredTo }, joinFacts(row, around, rules, at), at)
    if (pending) found.set(publicId(row), pending)
  }
  return found
}

/** Until when each organizer's past has been read: one query, however many rows there are. */
async function readUntil(rows: readonly ListedRow[]): Promise<ReadUntil> {
  const organizerId = { in: [...new Set(rows.map(({ meeting }) => meeting.organizerId))] }
  const readings = await db().historyReading.findMany({
    where: { organizerId },
    select: { organizerId: true, coveredTo: true },
  })
  return new Map(readings.map(({ organizerId, coveredTo }) => [organizerId, coveredTo]))
}
type ReadUntil = ReadonlyMap<string, Date | null>

type Around = Surroundings & { coveredTo: ReadUntil }

function pendingIn(
  row: ListedRow,
  around: Around,
  { state, stateFrom, stateSince }: JoinFacts,
  at: Date,
): PendingRun | null {
  if (state === 'live' || state === 'ending') return 'not-over'
  const isUnreported = state === 'ended' && stateFrom === 'goto'
  if (isUnreported && stateSince && stateSince >= minutesBefore(at, awaitedMinutes)) return 'preparing'
  return state === 'captured' && isLaterRunMissing(row, around, at) ? 'preparing' : null
}

/** So long after its end GoTo's history has a run. */
const reportedMinutes = 30

/**
 * Whether the room ended well after the last run that is known: a host who dropped out and was back at once was seen as
 * one run, of which GoTo reports the first part first.
 */
function isLaterRunMissing(row: ListedRow, { rooms, runs, coveredTo }: Around, at: Date): boolean {
  const room = rooms.get(gotoIdOf(row) ?? 0n)
  const known = runs.get(publicId(row))?.endedAt
  const isShared = row.meeting.gotoMeetingId === null
  if (!room?.endedAt || !known || isShared || room.endedAt < minutesBefore(at, awaitedMinutes)) return false
  if (known >= minutesBefore(room.endedAt, noticedMinutes)) return false
  const until = coveredTo.get(row.meeting.organizerId)
  return !until || until < minutesBefore(room.endedAt, -reportedMinutes)
}
