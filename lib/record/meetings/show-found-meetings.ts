import { now } from '#lib/clock.ts'
import type { Tx } from '#lib/db/client.ts'
import { changeList } from '#lib/record/change-list.ts'
import type { Visibility } from '#lib/settings/schema.ts'

/**
 * Sets who sees meetings found at GoTo where nobody has chosen, even for organizers no longer read, so that nobody
 * keeps seeing what they should not.
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
