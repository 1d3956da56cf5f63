import type { Actor } from '#lib/auth/actor.ts'
import { authorize } from '#lib/auth/policy.ts'
import { now } from '#lib/clock.ts'
import { db } from '#lib/db/client.ts'
import { forgetGuests } from '#lib/people/forget-guests.ts'
import { ownGuests } from '#lib/people/own-guests.ts'
import { dayMs } from '#lib/time/day.ts'

/** Records that only say work was done are no use after this long; waiting work stays, however old. */
const keptDays = 30

type Forgotten = { events: number; runs: number; creations: number; guests: number }

/** Removes old delivered events, reading rounds and outcomes of creations, and guests nobody met or invites. Guests nobody owns get an owner. */
export async function forgetOldRecords(actor: Actor): Promise<Forgotten> {
  authorize(actor, 'sync.run')
  const before = new Date(now().getTime() - keptDays * dayMs)
  const events = await db().outboxEvent.deleteMany({ where: { doneAt: { lt: before } } })
  const runs = await db().readRun.deleteMany({ where: { startedAt: { lt: before } } })
  // Nobody looks for a meeting requested that long ago, settled or not.
  const creations = await db().meetingCreation.deleteMany({ where: { askedAt: { lt: before } } })
  await ownGuests()
  const guests = await forgetGuests()
  return { events: events.count, runs: runs.count, creations: creations.count, guests }
}
