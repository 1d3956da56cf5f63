import type { PersonActor } from '#lib/auth/actor.ts'
import { gotoAs } from '#lib/connections/goto-as.ts'
import { learnDetails } from '#lib/record/meetings/learn-from-goto.ts'
import type { ListedRow } from '#lib/record/meetings/listed-rows.ts'

/**
 * Reads what GoTo's list does not say: whether a meeting has a password, who else may start it, and the numbers to dial
 * (goto-api.md 5.3). Uses the organizer's own grant, and stores what it reads. @throws the client's AppError
 */
export async function readMeetingDetails(actor: PersonActor, row: ListedRow): Promise<void> {
  const path = { meetingId: String(row.meeting.gotoMeetingId) }
  await learnDetails(row, await gotoAs(actor, { lane: 'interactive' }).call('getMeeting', { path }))
}
