import type { Actor } from '#lib/auth/actor.ts'
import { authorize } from '#lib/auth/policy.ts'
import { now } from '#lib/clock.ts'
import { db } from '#lib/db/client.ts'

/** What only says that work was done is of no use after so long; what waits stays, however old it is. */
const keptDays = 30

/** Removes events that were handed over, the rounds of reading and what became of creations, once they are old. */
export async function forgetOldRecords(actor: Actor): Promise<{ events: number; runs: number; creations: number }> {
  authorize(actor, 'sync.run')
  const before = new Date(now().getTime() - keptDays * 86_400_000)
  const events = await db().outboxEvent.deleteMany({ where: { doneAt: { lt: before } } })
  const runs = await db().readRun.deleteMany({ where: { startedAt: { lt: before } } })
  // Nobody looks for a meeting that was asked for so long ago, settled or not.
  const creations = await db().meetingCreation.deleteMany({ where: { askedAt: { lt: before } } })
  return { events: events.count, runs: runs.count, creations: creations.count }
}
