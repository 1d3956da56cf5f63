import { now } from '#lib/clock.ts'
import type { Tx } from '#lib/db/client.ts'
import { changeList } from '#lib/record/change-list.ts'

/** `isDeleted`: GoTo certainly no longer has it, so a listing requested earlier must not bring it back. */
export type Gone = { because: string; isDeleted: boolean }

/** Removes meetings from every list, with all their times. Those already gone stay as they are. */
export async function markGone(tx: Tx, ids: readonly string[], { because, isDeleted }: Gone): Promise<void> {
  if (ids.length === 0) return
  const at = now()
  const gone = { goneAt: at, goneBecause: because }
  const removed = await changeList(tx).meeting.updateManyAndReturn({
    where: { id: { in: [...ids] }, goneAt: null },
    data: {
      ...gone,
      ...(isDeleted ? { writtenAt: at } : {}),
      changedAt: at,
      cancelFailure: null,
      cancelTellingAt: null,
    },
    select: { id: true },
  })
  const removedIds = removed.map(({ id }) => id)
  const list = changeList(tx, ...removedIds.map((id) => ({ id, is: 'cancelled' as const })))
  await list.occurrence.updateMany({ where: { meetingId: { in: removedIds }, goneAt: null }, data: gone })
}
