import { now } from '#lib/clock.ts'
import { db, inTransaction, type Tx } from '#lib/db/client.ts'
import { log } from '#lib/log.ts'
import { markGone } from '#lib/record/meetings/mark-gone.ts'
import { missedReadsUntilGone, planRemovals } from './plan-removals.ts'

/** Removes what two complete reads no longer listed, unless it is so much that somebody should look first. */
export async function removeMissed({ allowRemovals }: { allowRemovals: boolean }) {
  const due = { OR: [{ kind: 'room' }, { occurrences: { some: { goneAt: null, endsAt: { gt: now() } } } }] }
  const missed = await db().meeting.findMany({
    where: { goneAt: null, missedReads: { gte: missedReadsUntilGone }, ...due },
    select: { id: true, missedReads: true },
  })
  if (missed.length === 0) return { removed: 0, held: 0 }
  const planned = await db().meeting.count({ where: { goneAt: null, ...due } })
  const { remove, held } = planRemovals({ missed, planned, allowRemovals })
  if (held.length > 0) log.error({ held: held.length, planned }, 'too many meetings are missing at GoTo; none removed')
  const removed = remove.length > 0 ? await inTransaction((tx) => removeStillMissed(tx, remove)) : 0
  return { removed, held: held.length }
}

/** A reader may have found one of them since, or be finding it now: then it waits for this and brings it back. */
async function removeStillMissed(tx: Tx, ids: string[]): Promise<number> {
  const still = await tx.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM meeting
    WHERE id = ANY(${ids}::uuid[]) AND gone_at IS NULL AND missed_reads >= ${missedReadsUntilGone}
    ORDER BY id FOR UPDATE`
  await markGone(
    tx,
    still.map(({ id }) => id),
    { because: 'GoTo no longer lists it.', isDeleted: false },
  )
  return still.length
}
