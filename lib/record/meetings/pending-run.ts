import { db } from '#lib/db/client.ts'
import { awaitedMinutes, latestRunMinutes, minutesBefore, noticedMinutes } from '#lib/record/limits.ts'
import { getJoinRules } from './get-join-rules.ts'
import { joinFacts } from './join-facts.ts'
import { getSurroundings, gotoIdOf, type ListedRow, meetingParts, publicId, type Surroundings } from './listed-rows.ts'

/** A run of a meeting that the history cannot have yet: somebody holds it, or it just ended and GoTo hasn't reported it. */
export type PendingRun = 'not-over' | 'preparing'

/** Whether who came so far may not be all who came. */
export async function pendingRun(row: ListedRow, at: Date): Promise<PendingRun | null> {
  const around = await getSurroundings([row], at)
  const { state, stateFrom, stateSince } = joinFacts(row, around, await getJoinRules(), at)
  if (state === 'live' || state === 'ending') return 'not-over'
  const isUnreported = state === 'ended' && stateFrom === 'goto'
  if (isUnreported && stateSince && stateSince >= minutesBefore(at, awaitedMinutes)) return 'preparing'
  return state === 'captured' && (await isLaterRunMissing(row, around, at)) ? 'preparing' : null
}

/** So long after its end GoTo's history has a run. */
const reportedMinutes = 30

/**
 * Whether the room ended well after the last run that is known: a host who dropped out and was back at once was seen as
 * one run, of which GoTo reports the first part first.
 */
async function isLaterRunMissing(row: ListedRow, { rooms, runs }: Surroundings, at: Date): Promise<boolean> {
  const room = rooms.get(gotoIdOf(row) ?? 0n)
  const known = runs.get(publicId(row))?.endedAt
  const isShared = row.meeting.gotoMeetingId === null
  if (!room?.endedAt || !known || isShared || room.endedAt < minutesBefore(at, awaitedMinutes)) return false
  if (known >= minutesBefore(room.endedAt, noticedMinutes)) return false
  const reading = await db().historyReading.findUnique({ where: { organizerId: row.meeting.organizerId } })
  return !reading?.coveredTo || reading.coveredTo < minutesBefore(room.endedAt, -reportedMinutes)
}

/** The same of a planned time by its id. */
export async function pendingRunOf(occurrenceId: string, at: Date): Promise<PendingRun | null> {
  const occurrence = await db().occurrence.findFirst({
    // Longer after its end nobody holds it, and what is missing then is not awaited.
    where: { id: occurrenceId, endsAt: { gte: minutesBefore(at, latestRunMinutes + awaitedMinutes) } },
    include: { meeting: { include: meetingParts } },
  })
  if (!occurrence) return null
  const { meeting, ...planned } = occurrence
  return pendingRun({ meeting, planned }, at)
}
