import type { PersonActor } from '#lib/auth/actor.ts'
import { inTransaction } from '#lib/db/client.ts'
import { changeList } from '#lib/record/change-list.ts'
import { spreadCoorganizers } from './spread-coorganizers.ts'

/**
 * GoTo no longer lets this person start it: they are not a co-organizer, whatever was known, and see it as others do.
 */
export async function dropCoorganizer(accountKey: string, gotoMeetingId: bigint, actor: PersonActor): Promise<void> {
  const dropped = new Set(actor.organizerKeys)
  await inTransaction(async (tx) => {
    const meeting = await tx.meeting.findUnique({
      where: { accountKey_gotoMeetingId: { accountKey, gotoMeetingId } },
      select: { id: true, coorganizerKeys: true },
    })
    if (!meeting) return
    const coorganizerKeys = meeting.coorganizerKeys.filter((key) => !dropped.has(String(key)))
    await changeList(tx).meeting.update({
      where: { id: meeting.id },
      // The organizer's next view asks GoTo who else there is.
      data: { coorganizerKeys, detailsReadAt: null, version: { increment: 1 } },
      select: { id: true },
    })
    await spreadCoorganizers(tx, meeting.id)
  })
}
