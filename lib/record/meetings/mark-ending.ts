import { now } from '#lib/clock.ts'
import type { Tx } from '#lib/db/client.ts'
import { changeList } from '#lib/record/change-list.ts'

/** Notes that the host is about to end what is running in this room. False: nothing is. */
export async function markEnding(tx: Tx, accountKey: string, gotoMeetingId: bigint): Promise<boolean> {
  const { count } = await changeList(tx).roomStatus.updateMany({
    where: { accountKey, gotoMeetingId, isActive: true },
    data: { endingSince: now() },
  })
  return count === 1
}
