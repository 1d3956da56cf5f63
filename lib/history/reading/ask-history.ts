import { type Actor, isPerson } from '#lib/auth/actor.ts'
import { now } from '#lib/clock.ts'
import { db, inTransaction } from '#lib/db/client.ts'
import { emit } from '#lib/events/emit.ts'
import type { ChosenOrganizer } from '#lib/history/list/choose-organizers.ts'
import { claimReading } from './claim-reading.ts'
import { worthAsking } from './read-attendees.ts'
import { type HistoryWish, readHistory } from './read-history.ts'
import { keptMs, planReading } from './reading-plan.ts'
import { planAgain, readUnread } from './unread-past.ts'

/** How many are read while the person waits, and for how long; the worker reads the rest. */
const mostInline = 4
const inlineMs = 2_500

/**
 * Gets this past read with the asker's permissions: a few organizers at once, for as long as a person can be kept
 * waiting; the worker does the rest. Nothing that is already being read is requested again.
 */
export async function askHistory(
  actor: Actor,
  organizers: readonly ChosenOrganizer[],
  wished: { from: Date | null; to: Date; withAttendees: boolean },
): Promise<void> {
  const at = now()
  const wish: HistoryWish = { ...wished, from: wished.from ?? new Date(at.getTime() - keptMs) }
  const stale = await listStale(
    organizers.flatMap(({ id, isGone }) => (isGone ? [] : id)),
    wish,
    at,
  )
  const claimed = await claimReading(stale)
  const inline = claimed.length <= mostInline ? claimed : []
  const unfinished = await readInline(actor, inline, wish)
  const later = [...claimed.filter((id) => !inline.includes(id)), ...unfinished]
  if (later.length === 0) return
  const payload = {
    personId: isPerson(actor) ? actor.personId : '',
    organizerIds: later,
    from: wish.from.toISOString(),
    to: wish.to.toISOString(),
    withAttendees: wish.withAttendees,
  }
  await inTransaction((tx) => emit(tx, { kind: 'history.asked', key: payload.personId, payload }))
}

/** Organizers with something unread in the period, or read without attendance. */
async function listStale(ids: string[], wish: HistoryWish, at: Date): Promise<string[]> {
  const readings = await db().historyReading.findMany({ where: { organizerId: { in: ids } } })
  const known = new Map(readings.map((reading) => [reading.organizerId, reading]))
  const unread = wish.withAttendees
    ? await db().session.groupBy({
        by: ['organizerId'],
        where: { organizerId: { in: ids }, startedAt: { gte: wish.from, lte: wish.to }, ...worthAsking(at) },
      })
    : []
  const withUnread = new Set(unread.map(({ organizerId }) => organizerId))
  return ids.filter((id) => {
    const reading = known.get(id)
    const planned = planReading({ coveredFrom: null, coveredTo: null, ...reading }, wish, at)
    return (
      withUnread.has(id) || planned.length > 0 || planAgain(readUnread(reading?.unread), wish, planned, at).length > 0
    )
  })
}

/** Returns those that aren't finished. A reader that runs out of time stops after its current piece. */
async function readInline(actor: Actor, ids: string[], wish: HistoryWish): Promise<string[]> {
  const reader = { personId: isPerson(actor) ? actor.personId : null, lane: 'interactive' } as const
  const unfinished = new Set(ids)
  const endsAt = performance.now() + inlineMs
  const reading = Promise.all(
    ids.map(async (id) => {
      const outcome = await readHistory(id, wish, reader, () => performance.now() < endsAt)
      if (outcome !== 'unfinished') unfinished.delete(id)
    }),
  )
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, inlineMs)
  })
  await Promise.race([reading, tooLate])
  clearTimeout(timer)
  // A reader still waiting for GoTo ends by itself, and records its own failure.
  reading.catch(() => {})
  return [...unfinished]
}
