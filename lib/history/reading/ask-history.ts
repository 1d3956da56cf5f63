import { type Actor, isPerson } from '#lib/auth/actor.ts'
import { now } from '#lib/clock.ts'
import { db, inTransaction } from '#lib/db/client.ts'
import { emit } from '#lib/events/emit.ts'
import type { ChosenOrganizer } from '#lib/history/list/choose-organizers.ts'
import { claimReading } from './claim-reading.ts'
import { worthAsking } from './read-attendees.ts'
import { type HistoryWish, readHistory } from './read-history.ts'
import { keptMs, planReading } from './reading-plan.ts'

/** So many are read while the person waits, and so long; the others are read by the worker. */
const mostInline = 4
const inlineMs = 2_500

/**
 * Sees to it that this past becomes known, with the asker's right: a few organizers at once, for as long as somebody
 * may wait, all others and whatever is not finished by the worker. What is being read already is not asked again.
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

/** Of whom something of the period is not known, or not with who came. */
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
    const covered = { coveredFrom: null, coveredTo: null, ...known.get(id) }
    return withUnread.has(id) || planReading(covered, wish, at).length > 0
  })
}

/** Answers who is not finished. A reader that is overtaken by time ends after its piece. */
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
  // Whoever still waits for an answer of GoTo ends by itself, and notes its own failure.
  reading.catch(() => {})
  return [...unfinished]
}
