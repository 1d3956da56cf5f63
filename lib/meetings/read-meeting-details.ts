import type { PersonActor } from '#lib/auth/actor.ts'
import { now } from '#lib/clock.ts'
import { gotoAs } from '#lib/connections/goto-as.ts'
import { db } from '#lib/db/client.ts'
import { detailColumns } from './goto-details.ts'

export type UnreadMeeting = { id: string; gotoMeetingId: bigint }

/**
 * Reads what GoTo's list does not say of a meeting made elsewhere: whether it has a password, who may start it too, and
 * the numbers to dial (goto-api.md 5.3). With the organizer's own grant, and remembered as read. @throws AppError of the client
 */
export async function readMeetingDetails(actor: PersonActor, { id, gotoMeetingId }: UnreadMeeting): Promise<void> {
  const path = { meetingId: String(gotoMeetingId) }
  const there = await gotoAs(actor, { lane: 'interactive' }).call('getMeeting', { path })
  await db().meeting.updateMany({
    // What was chosen in Foyer meanwhile is newer.
    where: { id, detailsReadAt: null },
    data: {
      ...detailColumns(there),
      ...(there.conferenceCallInfo ? { audio: there.conferenceCallInfo } : {}),
      detailsReadAt: now(),
    },
  })
}
