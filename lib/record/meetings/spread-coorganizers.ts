import type { Tx } from '#lib/db/client.ts'
import { changeList } from '#lib/record/change-list.ts'

/**
 * People who may start a room may start what is planned in it: those meetings get the room's co-organizers, for the
 * policy.
 */
export async function spreadCoorganizers(tx: Tx, roomId: string): Promise<void> {
  await changeList(tx).$executeRaw`
    UPDATE meeting m SET coorganizer_keys = room.coorganizer_keys FROM meeting room
    WHERE room.id = ${roomId}::uuid AND m.account_key = room.account_key AND m.goto_meeting_id IS NULL
      AND m.coorganizer_keys <> room.coorganizer_keys
      AND EXISTS (SELECT 1 FROM occurrence o WHERE o.meeting_id = m.id AND o.goto_meeting_id = room.goto_meeting_id)`
}
