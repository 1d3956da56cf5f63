import type { Tx } from '#lib/db/client.ts'
import { emit } from '#lib/events/emit.ts'
import { changeList } from '#lib/record/change-list.ts'
import { awaitedMs, earlierRuns } from '#lib/record/sessions/seen-runs.ts'
import type { ReadOrganizer } from './list-known-meetings.ts'
import type { KnownRoom, RoomPlan } from './plan-rooms.ts'

/** This organizer's rooms that were live when last read. */
export async function listKnownRooms(tx: Tx, organizer: ReadOrganizer): Promise<KnownRoom[]> {
  const rows = await tx.$queryRaw<{ goto_meeting_id: bigint }[]>`
    SELECT r.goto_meeting_id FROM room_status r
    JOIN meeting m ON m.account_key = r.account_key AND m.goto_meeting_id = r.goto_meeting_id
    WHERE r.is_active AND m.organizer_id = ${organizer.id}::uuid`
  return rows.map((row) => ({ gotoMeetingId: String(row.goto_meeting_id), isActive: true }))
}

/** A room gets a row when it is first live or first waited for; an unchanged one is not written. */
export async function applyRoomPlan(tx: Tx, organizer: ReadOrganizer, plan: RoomPlan, readAt: Date): Promise<void> {
  const { accountKey, id: organizerId } = organizer
  for (const id of plan.opened) {
    const key = { accountKey, gotoMeetingId: BigInt(id) }
    const opened = {
      isActive: true,
      activeSince: readAt,
      endedAt: null,
      earlierRuns: await listEarlierRuns(tx, key, readAt),
      waitingSince: null,
      endingSince: null,
      readAt,
      source: 'upcoming',
    }
    await changeList(tx).roomStatus.upsert({
      where: { accountKey_gotoMeetingId: key },
      create: { ...key, ...opened },
      update: opened,
      select: { isActive: true },
    })
  }
  if (plan.ended.length === 0) return
  await changeList(tx).roomStatus.updateMany({
    where: { accountKey, gotoMeetingId: { in: plan.ended.map(BigInt) } },
    data: { isActive: false, endedAt: readAt, waitingSince: null, endingSince: null, readAt, source: 'upcoming' },
  })
  for (const gotoMeetingId of plan.ended)
    await emit(tx, { kind: 'room.ended', key: gotoMeetingId, payload: { organizerId, gotoMeetingId } })
}

/** A room in use again may have had runs GoTo hasn't reported yet: they are still looked for. */
async function listEarlierRuns(tx: Tx, key: { accountKey: string; gotoMeetingId: bigint }, at: Date) {
  const room = await tx.roomStatus.findUnique({ where: { accountKey_gotoMeetingId: key } })
  if (!room?.endedAt) return []
  const recent = { gte: new Date(at.getTime() - awaitedMs) }
  const sessions = await tx.session.findMany({
    where: { ...key, endedAt: recent, attendeesReadAt: { not: null } },
    select: { startedAt: true, endedAt: true },
  })
  return earlierRuns(room, sessions, at).map(({ since, endedAt }) => ({
    since: since.toISOString(),
    endedAt: endedAt.toISOString(),
  }))
}
