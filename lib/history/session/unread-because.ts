import { type Actor, isPerson } from '#lib/auth/actor.ts'
import { db } from '#lib/db/client.ts'
import { keptSince } from '#lib/history/reading/reading-plan.ts'
import { hasWay } from '#lib/history/reading/ways-to-read.ts'
import type { UnreadBecause } from '#lib/history/schema.ts'
import { awaitedMinutes, minutesBefore } from '#lib/record/limits.ts'
import type { SessionRow } from '#lib/record/sessions/session-rows.ts'

type Run = Pick<SessionRow, 'attendeesReadAt' | 'startedAt' | 'endedAt'> & {
  organizer: Pick<SessionRow['organizer'], 'id' | 'accountKey' | 'organizerKey' | 'goneAt'>
}

/** Why a session's attendance isn't known yet, as far as Foyer knows without asking GoTo; null: it is known. */
export async function unreadBecause(
  actor: Actor,
  { attendeesReadAt, startedAt, endedAt, organizer }: Run,
  at: Date,
): Promise<UnreadBecause | null> {
  if (attendeesReadAt !== null) return null
  if (organizer.goneAt !== null) return 'organizer-gone'
  if (startedAt < keptSince(at)) return 'expired'
  if (!(await hasWay(organizer, isPerson(actor) ? actor.personId : null))) {
    const isCaptured = (endedAt ?? startedAt) > minutesBefore(at, awaitedMinutes) && (await hasWay(organizer, null))
    return isCaptured ? 'preparing' : 'not-connected'
  }
  const reading = await db().historyReading.findUnique({ where: { organizerId: organizer.id } })
  return (reading?.failure ?? null) === null ? 'preparing' : 'failed'
}
