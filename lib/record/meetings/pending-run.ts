import { db } from '#lib/db/client.ts'
import { latestRunMinutes, minutesBefore } from '#lib/record/limits.ts'
import { getJoinRules } from './get-join-rules.ts'
import { joinFacts } from './join-facts.ts'
import { getSurroundings, type ListedRow, meetingParts } from './listed-rows.ts'

/** A run of a meeting that the history cannot have yet: somebody holds it, or it just ended and GoTo hasn't reported it. */
export type PendingRun = 'not-over' | 'preparing'

/** What has not been reported by then is a gap, and no longer a wait. */
const awaitedMinutes = 24 * 60

/** Whether who came so far may not be all who came. */
export async function pendingRun(row: ListedRow, at: Date): Promise<PendingRun | null> {
  const facts = joinFacts(row, await getSurroundings([row], at), await getJoinRules(), at)
  const { state, stateFrom, stateSince } = facts
  if (state === 'live' || state === 'ending') return 'not-over'
  const isUnreported = state === 'ended' && stateFrom === 'goto'
  return isUnreported && stateSince && stateSince >= minutesBefore(at, awaitedMinutes) ? 'preparing' : null
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
