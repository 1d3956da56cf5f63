import type { PersonActor } from '#lib/auth/actor.ts'
import { now } from '#lib/clock.ts'
import { gotoAs } from '#lib/connections/goto-as.ts'
import { inTransaction } from '#lib/db/client.ts'
import { bumpListVersion } from '#lib/db/list-version.ts'
import { detailColumns, hasDetails, knownDetails } from '#lib/meetings/change/goto-details.ts'
import { forgetListHead } from '#lib/record/list-stamp.ts'
import { notBeingEdited } from '#lib/record/meetings/claim-edit.ts'
import type { ListedRow } from '#lib/record/meetings/listed-rows.ts'
import { spreadCoorganizers } from '#lib/record/meetings/spread-coorganizers.ts'

/**
 * Reads what GoTo's list does not say: whether a meeting has a password, who may start it too, and the numbers to dial
 * (goto-api.md 5.3). With the organizer's own grant, and remembered as read. What was changed in Foyer meanwhile is newer.
 * @throws AppError of the client
 */
export async function readMeetingDetails(actor: PersonActor, row: ListedRow): Promise<void> {
  const { id, gotoMeetingId, version, audio } = row.meeting
  const path = { meetingId: String(gotoMeetingId) }
  const there = await gotoAs(actor, { lane: 'interactive' }).call('getMeeting', { path })
  const known = knownDetails(row)
  const isSame = known !== null && hasDetails(there, known)
  const text = there.conferenceCallInfo || audio
  await inTransaction(async (tx) => {
    const { count } = await tx.meeting.updateMany({
      where: { id, version, ...notBeingEdited() },
      data: {
        ...detailColumns(there),
        audio: text,
        detailsReadAt: now(),
        // Whoever has a form open that shows other ones is told.
        ...(known && !isSame ? { version: { increment: 1 } } : {}),
      },
    })
    if (count === 0 || (isSame && text === audio)) return
    await spreadCoorganizers(tx, id)
    await bumpListVersion(tx, 'meetings')
  })
  forgetListHead()
}
