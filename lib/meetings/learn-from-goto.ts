import { now } from '#lib/clock.ts'
import { inTransaction } from '#lib/db/client.ts'
import { bumpListVersion } from '#lib/db/list-version.ts'
import { kinds } from '#lib/goto/kinds.ts'
import { hasOtherAudio } from './compare-at-goto.ts'
import { detailColumns, type GotoMeeting } from './goto-details.ts'
import { forgetListHead } from './list-head.ts'
import type { ListedRow } from './meeting-rows.ts'
import { spreadCoorganizers } from './spread-coorganizers.ts'

/** What GoTo has now stands in every list, and in the form that shows both. */
export async function learnFromGoto(row: ListedRow, there: GotoMeeting): Promise<void> {
  const { meeting, planned } = row
  await inTransaction(async (tx) => {
    const { subject, startTime, endTime } = there
    const audio = there.conferenceCallInfo || meeting.audio
    // Whoever changed that there chose another option, and GoTo does not reveal which.
    const option = hasOtherAudio(there, row) ? { audioOption: null } : {}
    const at = now()
    // The lists that are under way are older, and the next one has nothing to compare with.
    const details = { ...detailColumns(there), detailsReadAt: at, listedAudio: null, writtenAt: at }
    await tx.meeting.update({
      where: { id: meeting.id },
      data: { subject, audio, ...option, ...details, changedAt: at, version: { increment: 1 } },
      select: { id: true },
    })
    if (planned && startTime && endTime && kinds[there.meetingType] === 'scheduled') {
      const moved = { startsAt: new Date(startTime), endsAt: new Date(endTime) }
      await tx.occurrence.update({ where: { id: planned.id }, data: moved, select: { id: true } })
    }
    await spreadCoorganizers(tx, meeting.id)
    await bumpListVersion(tx, 'meetings')
  })
  forgetListHead()
}
