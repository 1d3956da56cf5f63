import { now } from '#lib/clock.ts'
import type { Tx } from '#lib/db/client.ts'
import { changeList } from '#lib/record/change-list.ts'

/**
 * Removes meetings that are certainly no more, from every list, with all their times. Those that are gone already stay
 * as they are. `writtenAt`: a listing that GoTo was asked for before still holds them, and must not bring them back.
 */
export async function markGone(tx: Tx, ids: readonly string[], goneBecause: string): Promise<void> {
  if (ids.length === 0) return
  const at = now()
  const gone = { goneAt: at, goneBecause }
  const removed = await changeList(tx).meeting.updateManyAndReturn({
    where: { id: { in: [...ids] }, goneAt: null },
    data: { ...gone, writtenAt: at, changedAt: at, cancelFailure: null, cancelTellingAt: null },
    select: { id: true },
  })
  const removedIds = removed.map(({ id }) => id)
  const list = changeList(tx, ...removedIds.map((id) => ({ id, is: 'cancelled' as const })))
  await list.occurrence.updateMany({ where: { meetingId: { in: removedIds }, goneAt: null }, data: gone })
}
