import type { Actor } from '#lib/auth/actor.ts'
import { authorize } from '#lib/auth/policy.ts'
import { now } from '#lib/clock.ts'
import { inTransaction } from '#lib/db/client.ts'
import { getMeeting } from '#lib/meetings/page/get-meeting.ts'
import type { JoinById, JoinByIdAnswer } from '#lib/meetings/schema.ts'
import { pressJoin } from '#lib/record/meetings/press-join.ts'
import { pinnedAccount } from '#lib/settings/pinned-account.ts'
import { findToJoin } from './find-to-join.ts'
import { joinMeeting } from './join-meeting.ts'
import { joinUrlOf } from './join-url.ts'
import { readTypedId } from './read-typed-id.ts'

/**
 * Joins by a typed ID. A meeting Foyer does not know and one this person may not see get the same answer: GoTo decides.
 * @throws AppError `invalid` when it cannot be an ID; `conflict` outside a known meeting's join window
 */
export async function joinById(actor: Actor, { meetingId: typed }: JoinById): Promise<JoinByIdAnswer> {
  const person = authorize(actor, 'meeting.join-by-id')
  const gotoMeetingId = readTypedId(typed)
  const id = await findToJoin(actor, BigInt(gotoMeetingId))
  if (id) {
    const { joinUrl, joinedAt } = await joinMeeting(actor, id)
    return { gotoMeetingId, joinUrl, meeting: await getMeeting(actor, id), joinedAt }
  }
  const at = now()
  const accountKey = (await pinnedAccount()) ?? ''
  await inTransaction((tx) =>
    pressJoin(tx, person, {
      accountKey,
      gotoMeetingId: BigInt(gotoMeetingId),
      meetingId: null,
      occurrenceId: null,
      at,
    }),
  )
  return { gotoMeetingId, joinUrl: joinUrlOf(gotoMeetingId, null), meeting: null, joinedAt: at.toISOString() }
}
