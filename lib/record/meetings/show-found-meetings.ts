import { now } from '#lib/clock.ts'
import type { Tx } from '#lib/db/client.ts'
import { changeList } from '#lib/record/change-list.ts'
import type { Visibility } from '#lib/settings/schema.ts'

/**
 * Who sees what was found at GoTo, where nobody chose: also of organizers that are not read any more, so that nobody sees
 * for longer what they should not see.
 */
export async function showFoundMeetings(tx: Tx, visibility: Visibility): Promise<void> {
  await changeList(tx).meeting.updateMany({
    where: {
      isVisibilityChosen: false,
      visibility: { not: visibility },
      organizer: { OR: [{ groupId: null }, { group: { visibility: null } }] },
    },
    data: { visibility, changedAt: now() },
  })
}
