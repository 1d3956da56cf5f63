import type { Tx } from '#lib/db/client.ts'

/**
 * The time a meeting had before it lost its date, the last one: a meeting that gets a date again gets this one back, with
 * its address and its past. One meeting ID has one time.
 */
export function findGoneTime(tx: Tx, meetingId: string, gotoMeetingId: bigint): Promise<{ id: string } | null> {
  return tx.occurrence.findFirst({
    where: { meetingId, gotoMeetingId, goneAt: { not: null } },
    orderBy: [{ goneAt: 'desc' }, { id: 'desc' }],
    select: { id: true },
  })
}
