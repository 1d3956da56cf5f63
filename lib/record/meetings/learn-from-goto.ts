import { now } from '#lib/clock.ts'
import { inTransaction } from '#lib/db/client.ts'
import { kinds } from '#lib/goto/kinds.ts'
import { changeList, unlisted } from '#lib/record/change-list.ts'
import { notBeingEdited } from './claim-edit.ts'
import { detailColumns, type GotoMeeting, hasDetails, hasOtherAudio, knownDetails } from './goto-details.ts'
import type { ListedRow } from './listed-rows.ts'
import { spreadCoorganizers } from './spread-coorganizers.ts'

/** Puts what GoTo has now into every list, and into the form that shows both. */
export async function learnFromGoto(row: ListedRow, there: GotoMeeting): Promise<void> {
  const { meeting, planned } = row
  await inTransaction(async (tx) => {
    const { subject, startTime, endTime } = there
    const audio = there.conferenceCallInfo || meeting.audio
    // Somebody chose another option there, and GoTo does not reveal which.
    const option = hasOtherAudio(there, row) ? { audioOption: null } : {}
    const at = now()
    // Lists in progress are older, and the next one has nothing to compare with.
    const details = { ...detailColumns(there), detailsReadAt: at, listedAudio: null, writtenAt: at }
    const list = changeList(tx, { id: meeting.id, is: 'changed' })
    await list.meeting.update({
      where: { id: meeting.id },
      data: { subject, audio, ...option, ...details, changedAt: at, version: { increment: 1 } },
      select: { id: true },
    })
    if (planned && startTime && endTime && kinds[there.meetingType] === 'scheduled') {
      const moved = { startsAt: new Date(startTime), endsAt: new Date(endTime) }
      await list.occurrence.update({ where: { id: planned.id }, data: moved, select: { id: true } })
    }
    await spreadCoorganizers(tx, meeting.id)
  })
}

/**
 * Stores what GoTo's list does not say: whether a meeting has a password, who else may start it, and the numbers to
 * dial. Anything changed in Foyer in the meantime is newer, and stays.
 */
export async function learnDetails(row: ListedRow, there: GotoMeeting): Promise<void> {
  const { id, version, audio } = row.meeting
  const known = knownDetails(row)
  const isSame = known !== null && hasDetails(there, known)
  const text = there.conferenceCallInfo || audio
  await inTransaction(async (tx) => {
    const { count } = await unlisted(tx).meeting.updateMany({
      where: { id, version, ...notBeingEdited() },
      data: {
        ...detailColumns(there),
        audio: text,
        detailsReadAt: now(),
        // An open form that shows different ones then says so.
        ...(known && !isSame ? { version: { increment: 1 } } : {}),
      },
    })
    if (count === 0 || (isSame && text === audio)) return
    changeList(tx, { id, is: 'changed' })
    await spreadCoorganizers(tx, id)
  })
}
