import type { Actor, PersonActor } from '#lib/auth/actor.ts'
import { authorize } from '#lib/auth/policy.ts'
import { gotoAs } from '#lib/connections/goto-as.ts'
import { AppError, toAppError } from '#lib/errors.ts'
import { sentences } from '#lib/meetings/sentences.ts'
import { refuseWhenCancelling } from '#lib/record/meetings/being-cancelled.ts'
import { dropCoorganizer } from '#lib/record/meetings/drop-coorganizer.ts'
import { gotoIdOf, type ListedRow, subjectOf } from '#lib/record/meetings/listed-rows.ts'

/** Who may host this meeting now. @throws AppError `forbidden`; `conflict` while it is being cancelled */
export function authorizeHost(actor: Actor, row: ListedRow): PersonActor {
  const host = authorize(actor, 'meeting.start', subjectOf(row))
  refuseWhenCancelling(row.meeting.cancelsAt !== null)
  return host
}

/**
 * Where the host goes, with their own grant (goto-api.md 5.4). The address opens the meeting for anybody who has it: it
 * goes to the browser that asked and is stored nowhere. @throws AppError `conflict` when GoTo does not have the meeting
 */
export async function fetchHostUrl(actor: PersonActor, row: ListedRow): Promise<string> {
  const gotoMeetingId = gotoIdOf(row)
  if (gotoMeetingId === null) throw new AppError('conflict', sentences.notAtGotoYet)
  try {
    const path = { meetingId: String(gotoMeetingId) }
    return (await gotoAs(actor, { lane: 'interactive' }).call('startMeeting', { path })).hostUrl
  } catch (thrown) {
    const { code, cause } = toAppError(thrown)
    if (code !== 'not_found') throw thrown
    // GoTo says the same when it is deleted and when this person may not start it (goto-api.md 5.1).
    const isOwn = actor.organizerIds.includes(row.meeting.organizerId)
    if (!isOwn) await dropCoorganizer(row.meeting.accountKey, gotoMeetingId, actor)
    throw new AppError('conflict', isOwn ? sentences.cannotBeOpened : sentences.mayNotStart, { cause })
  }
}
