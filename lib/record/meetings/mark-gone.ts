import { now } from '#lib/clock.ts'
import type { Tx } from '#lib/db/client.ts'
import { bumpListVersion } from '#lib/db/list-version.ts'
import { emit } from '#lib/events/emit.ts'

/**
 * Removes a meeting that GoTo certainly has no more, from every list, with all its times. `writtenAt`: a listing that was
 * asked for before still holds it, and must not bring it back.
 */
export async function markGone(tx: Tx, id: string, goneBecause: string): Promise<void> {
  const at = now()
  const gone = { goneAt: at, goneBecause }
  await tx.meeting.update({
    where: { id },
    data: { ...gone, writtenAt: at, changedAt: at, cancelFailure: null, cancelTellingAt: null },
    select: { id: true },
  })
  await tx.occurrence.updateMany({ where: { meetingId: id, goneAt: null }, data: gone })
  await emit(tx, { kind: 'meeting.cancelled', key: id, payload: { meetingId: id } })
  await bumpListVersion(tx, 'meetings')
}
