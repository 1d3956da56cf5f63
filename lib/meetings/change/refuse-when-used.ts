import { now } from '#lib/clock.ts'
import type { Tx } from '#lib/db/client.ts'
import { AppError } from '#lib/errors.ts'
import { sentences } from '#lib/meetings/sentences.ts'
import type { ListedRow } from '#lib/record/meetings/listed-rows.ts'

/**
 * A room that meetings take place in stays a room. Call this after the room is marked or leased: planning in a room
 * holds its row, so neither misses the other. @throws AppError `conflict`
 */
export async function refuseWhenUsed(tx: Tx, { meeting }: ListedRow): Promise<void> {
  if (meeting.gotoMeetingId === null) return
  const users = await tx.occurrence.count({
    where: {
      gotoMeetingId: meeting.gotoMeetingId,
      goneAt: null,
      endsAt: { gt: now() },
      meeting: { id: { not: meeting.id }, accountKey: meeting.accountKey, goneAt: null },
    },
  })
  if (users === 0) return
  throw new AppError('conflict', sentences.roomIsUsed(users))
}
