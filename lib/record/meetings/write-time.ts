import type { Tx } from '#lib/db/client.ts'
import { changeList } from '#lib/record/change-list.ts'

export type WrittenTime = { gotoMeetingId: bigint; startsAt: Date; endsAt: Date; zone: string }

/**
 * Gives a meeting its time. One meeting ID has one time: the current one moves (`id`, if the caller knows it), else the
 * one it had before losing its date comes back, with its address and its past. `keepsZone`: only a new time takes the
 * zone. Returns the time's id.
 */
export async function giveTime(
  tx: Tx,
  meetingId: string,
  { zone, ...time }: WrittenTime,
  { id, keepsZone = false }: { id?: string | undefined; keepsZone?: boolean } = {},
): Promise<string> {
  const list = changeList(tx)
  const known = id ?? (await findTime(tx, meetingId, time.gotoMeetingId))
  if (known === null) {
    const made = await list.occurrence.create({ data: { meetingId, zone, ...time }, select: { id: true } })
    return made.id
  }
  const data = { ...time, ...(keepsZone ? {} : { zone }), goneAt: null, goneBecause: null }
  await list.occurrence.update({ where: { id: known }, data, select: { id: true } })
  return known
}

/** For a meeting that became a room: its times are gone, and come back when it gets a date again. */
export async function loseTimes(tx: Tx, meetingId: string, at: Date): Promise<void> {
  await changeList(tx).occurrence.updateMany({
    where: { meetingId, goneAt: null },
    data: { goneAt: at, goneBecause: 'The meeting became a room without a date.' },
  })
}

/** The current one first, then the most recently gone. */
async function findTime(tx: Tx, meetingId: string, gotoMeetingId: bigint): Promise<string | null> {
  const found = await tx.occurrence.findFirst({
    where: { meetingId, gotoMeetingId },
    orderBy: [{ goneAt: { sort: 'desc', nulls: 'first' } }, { id: 'desc' }],
    select: { id: true },
  })
  return found?.id ?? null
}
