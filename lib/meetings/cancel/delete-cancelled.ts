import { recordAudit } from '#lib/audit/record-audit.ts'
import type { Actor, SystemActor } from '#lib/auth/actor.ts'
import { authorize } from '#lib/auth/policy.ts'
import { now } from '#lib/clock.ts'
import { gotoOfOrganizer } from '#lib/connections/goto-of-organizer.ts'
import { inTransaction } from '#lib/db/client.ts'
import { AppError, type ErrorCode, errorTable, toAppError } from '#lib/errors.ts'
import { log } from '#lib/log.ts'
import { sentences } from '#lib/meetings/sentences.ts'
import { putOffCancellation } from '#lib/record/meetings/cancellation.ts'
import { type ClaimedMeeting, claimCancelled, holdsClaim } from '#lib/record/meetings/claim-cancellation.ts'
import { markGone } from '#lib/record/meetings/mark-gone.ts'
import { underClaim } from './under-claim.ts'

export type DeletionOutcome = 'deleted' | 'not due' | 'failed'

/**
 * Sends GoTo a cancellation that nobody undid, with the organizer's own grant, and removes the meeting here. The
 * row is claimed first: from then on Undo is refused. A failure stays marked, with its reason, and is retried after
 * a growing pause. A worker that is taken for dead meanwhile leaves it to the next one.
 */
export async function deleteCancelled(given: Actor, meetingId: string): Promise<DeletionOutcome> {
  const job = authorize(given, 'cancellation.run')
  const meeting = await claimCancelled(meetingId)
  if (!meeting) return 'not due'
  try {
    await underClaim(meeting, (renew) => deleteAtGoto(meeting, renew))
    return (await remove(job, meeting)) ? 'deleted' : 'not due'
  } catch (thrown) {
    return (await noteFailure(meeting, toAppError(thrown))) ? 'failed' : 'not due'
  }
}

/** Already gone there is just as good (goto-api.md 9.5). A meeting in a room has nothing of its own at GoTo. */
async function deleteAtGoto(meeting: ClaimedMeeting, renew: () => Promise<void>): Promise<void> {
  if (meeting.gotoMeetingId === null) return
  if (meeting.isLive) throw new AppError('conflict', sentences.cancelWhenEnded)
  // It may have been undone while the call waited for its token or its turn.
  const goto = await gotoOfOrganizer(meeting.organizerKey, { lane: 'background', isFinishing: true, beforeEach: renew })
  try {
    await goto.call('deleteMeeting', { path: { meetingId: meeting.gotoMeetingId } })
  } catch (thrown) {
    if (toAppError(thrown).code !== 'not_found') throw thrown
  }
}

/** False: another worker does. */
function remove(job: SystemActor, meeting: ClaimedMeeting): Promise<boolean> {
  const { id } = meeting
  return inTransaction(async (tx) => {
    if (!(await holdsClaim(tx, meeting))) return false
    await markGone(tx, [id], { because: 'Cancelled in Foyer.', isDeleted: true })
    await recordAudit(job, 'meeting.cancelled', { subject: { kind: 'meeting', id } }, tx)
    return true
  })
}

const firstPauseSeconds = 30
const longestPauseSeconds = 900

/** Failures after which GoTo certainly still has the meeting, unless an earlier try may have arrived. */
const refusals: string[] = ['not_connected', 'forbidden', 'conflict', 'rate_limited'] satisfies ErrorCode[]

/** Releases the claim, so that Undo works until the next try. False: it is another worker's by now. */
async function noteFailure(meeting: ClaimedMeeting, error: AppError): Promise<boolean> {
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
  return inTransaction((tx) => putOffCancellation(tx, meeting, failure))
}
