import type { Actor } from '#lib/auth/actor.ts'
import { authorize } from '#lib/auth/policy.ts'
import { getMeeting } from '#lib/meetings/page/get-meeting.ts'
import type { FoundById, JoinById } from '#lib/meetings/schema.ts'
import { findToJoin } from './find-to-join.ts'
import { readTypedId } from './read-typed-id.ts'

/**
 * Which meeting a typed ID means; records nothing. A meeting Foyer does not know and one this person may not see get the
 * same answer. @throws AppError `invalid` when it cannot be an ID
 */
export async function findById(actor: Actor, { meetingId }: JoinById): Promise<FoundById> {
  authorize(actor, 'meeting.list')
  const gotoMeetingId = readTypedId(meetingId)
  const id = await findToJoin(actor, BigInt(gotoMeetingId))
  return { gotoMeetingId, meeting: id === null ? null : await getMeeting(actor, id) }
}
