import type { Tx } from '#lib/db/client.ts'
import { AppError } from '#lib/errors.ts'
import { sentences } from '#lib/record/sentences.ts'
import { isBeingEdited } from './claim-edit.ts'

/** A room that meetings take place in. */
export type Room = { id: string; gotoMeetingId: bigint }

/**
 * Holds a room while something is planned in it: cancelling it waits, and then sees what is planned. Returns who may
 * start it now: somebody may have been removed since the form was read.
 * @throws AppError `conflict` when it is no longer a room, or is being cancelled or changed
 */
export async function holdRoom(tx: Tx, room: Room): Promise<string[]> {
  const held = await tx.$queryRaw<{ editing_at: Date | null; keys: string[] }[]>`
    SELECT editing_at, coorganizer_keys::text[] AS keys FROM meeting
    WHERE id = ${room.id}::uuid AND kind = 'room' AND gone_at IS NULL AND cancels_at IS NULL FOR UPDATE`
  const [row] = held
  if (!row) throw new AppError('conflict', sentences.roomCancelled)
  if (isBeingEdited(row.editing_at))
    throw new AppError('conflict', sentences.roomBeingChanged, {
      retryAfterSeconds: 5,
    })
  return row.keys
}
