import { now } from '#lib/clock.ts'
import { db, inTransaction } from '#lib/db/client.ts'
import { bumpListVersion } from '#lib/db/list-version.ts'
import { log } from '#lib/log.ts'
import { forgetListHead } from '#lib/record/list-stamp.ts'
import { missedReadsUntilGone, planRemovals } from './plan-removals.ts'

/** Removes what two complete reads did not list any more, unless it is so much that somebody should look first. */
export async function removeMissed({ allowRemovals }: { allowRemovals: boolean }) {
  const at = now()
  const due = { OR: [{ kind: 'room' }, { occurrences: { some: { goneAt: null, endsAt: { gt: at } } } }] }
  const missed = await db().meeting.findMany({
    where: { goneAt: null, missedReads: { gte: missedReadsUntilGone }, ...due },
    select: { id: true, missedReads: true },
  })
  if (missed.length === 0) return { removed: 0, held: 0 }
  const planned = await db().meeting.count({ where: { goneAt: null, ...due } })
  const { remove, held } = planRemovals({ missed, planned, allowRemovals })
  if (held.length > 0)
    log.error({ held: held.length, planned }, 'too many meetings are missing at GoTo: none was removed')
  if (remove.length > 0) await removeMeetings(remove, at)
  return { removed: remove.length, held: held.length }
}

async function removeMeetings(ids: string[], at: Date): Promise<void> {
  await inTransaction(async (tx) => {
    await tx.meeting.updateMany({
      // Asked again: a reader may have found it meanwhile.
      where: { id: { in: ids }, missedReads: { gte: missedReadsUntilGone } },
      data: { goneAt: at, goneBecause: 'GoTo did not list it any more.' },
    })
    await bumpListVersion(tx, 'meetings')
  })
  forgetListHead()
}
