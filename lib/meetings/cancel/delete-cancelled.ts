import { recordAudit } from '#lib/audit/record-audit.ts'
import type { Actor, SystemActor } from '#lib/auth/actor.ts'
import { authorize } from '#lib/auth/policy.ts'
import { now } from '#lib/clock.ts'
import { gotoOfOrganizer } from '#lib/connections/goto-of-organizer.ts'
import { db, inTransaction } from '#lib/db/client.ts'
import { AppError, type ErrorCode, errorTable, toAppError } from '#lib/errors.ts'
import { log } from '#lib/log.ts'
import { sentences } from '#lib/meetings/sentences.ts'
import { forgetUninvited } from '#lib/people/forget-guests.ts'
import { type ClaimedMeeting, claimCancelled, putOffCancellation } from '#lib/record/meetings/cancellation.ts'
import { markGone } from '#lib/record/meetings/mark-gone.ts'

export type DeletionOutcome = 'deleted' | 'not due' | 'failed'

/**
 * Sends GoTo a cancellation that nobody undid, with the organizer's own grant, and removes the meeting here. The
 * row is claimed first: from then on Undo is refused. A failure stays marked, with its reason, and is retried after
 * a growing pause.
 */
export async function deleteCancelled(given: Actor, meetingId: string): Promise<DeletionOutcome> {
  const job = authorize(given, 'cancellation.run')
  const meeting = await claimCancelled(meetingId)
  if (!meeting) return 'not due'
  try {
    await deleteAtGoto(meeting)
    await remove(job, meeting)
    return 'deleted'
  } catch (thrown) {
    await noteFailure(meeting, toAppError(thrown))
    return 'failed'
  }
}

/** Already gone there is just as good (goto-api.md 9.5). A meeting in a room has nothing of its own at GoTo. */
async function deleteAtGoto(meeting: ClaimedMeeting): Promise<void> {
  if (meeting.gotoMeetingId === null) return
  if (meeting.isLive) throw new AppError('conflict', sentences.cancelWhenEnded)
  const goto = await gotoOfOrganizer(meeting.organizerKey, { lane: 'background' })
  try {
    await goto.call('deleteMeeting', { path: { meetingId: meeting.gotoMeetingId } })
  } catch (thrown) {
    if (toAppError(thrown).code !== 'not_found') throw thrown
  }
}

async function remove(job: SystemActor, { id }: ClaimedMeeting): Promise<void> {
  const invited = await db().invited.findMany({ where: { meetingId: id }, select: { personId: true } })
  await inTransaction(async (tx) => {
    await markGone(tx, [id], { because: 'Cancelled in Foyer.', isDeleted: true })
    await recordAudit(job, 'meeting.cancelled', { subject: { kind: 'meeting', id } }, tx)
  })
  await forgetUninvited(invited.map(({ personId }) => personId))
}

const firstPauseSeconds = 30
const longestPauseSeconds = 900

/** Failures after which GoTo certainly still has the meeting, unless an earlier try may have arrived. */
const refusals: string[] = ['not_connected', 'forbidden', 'conflict', 'rate_limited'] satisfies ErrorCode[]

/** Releases the claim, so that Undo works until the next try. */
async function noteFailure(meeting: ClaimedMeeting, error: AppError): Promise<void> {
  const { id: meetingId, tries } = meeting
  log[errorTable[error.code].level](
    { meetingId, code: error.code, err: error.cause },
    'a cancellation did not reach GoTo',
  )
  const pause = Math.min(firstPauseSeconds * 2 ** Math.min(tries, 10), longestPauseSeconds)
  const seconds = Math.max(pause, error.retryAfterSeconds ?? 0)
  const failure = {
    cancelsAt: new Date(now().getTime() + seconds * 1000),
    failure: error.code,
    mayHaveArrived: error.isUncertain || !refusals.includes(error.code),
  }
  await inTransaction((tx) => putOffCancellation(tx, meetingId, failure))
}
