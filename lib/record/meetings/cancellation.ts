import { now } from '#lib/clock.ts'
import type { Tx } from '#lib/db/client.ts'
import type { ErrorCode } from '#lib/errors.ts'
import { changeList } from '#lib/record/change-list.ts'
import type { ClaimedMeeting } from './claim-cancellation.ts'
import { notBeingEdited } from './claim-edit.ts'

/** The state before a cancellation is first sent to GoTo. */
const neverSent = { cancelFailure: null, cancelTries: 0, cancelMayHaveArrived: false }

/**
 * Marks a meeting as being cancelled: it is sent to GoTo at `cancelsAt`. False: it is already marked, gone or being
 * edited.
 */
export async function markCancelling(
  tx: Tx,
  id: string,
  { cancelsAt, cancelledBy }: { cancelsAt: Date; cancelledBy: string },
): Promise<boolean> {
  const { count } = await changeList(tx).meeting.updateMany({
    where: { id, cancelsAt: null, goneAt: null, ...notBeingEdited() },
    data: { cancelsAt, cancelledBy, ...neverSent, changedAt: now() },
  })
  return count === 1
}

/** Removes the mark. False: there is none, or it is on its way to GoTo. */
export async function unmarkCancelling(tx: Tx, id: string): Promise<boolean> {
  const { count } = await changeList(tx).meeting.updateMany({
    where: { id, cancelsAt: { not: null }, cancelTellingAt: null, goneAt: null },
    data: { cancelsAt: null, cancelledBy: null, ...neverSent, changedAt: now() },
  })
  return count === 1
}

/** Releases the claim after a failed try, so that Undo works until the next one. False: it was lost, and nothing changes. */
export async function putOffCancellation(
  tx: Tx,
  { id, claimedAt }: ClaimedMeeting,
  { cancelsAt, failure, mayHaveArrived }: { cancelsAt: Date; failure: ErrorCode; mayHaveArrived: boolean },
): Promise<boolean> {
  const { count } = await changeList(tx).meeting.updateMany({
    where: { id, goneAt: null, cancelTellingAt: claimedAt },
    data: {
      cancelsAt,
      cancelFailure: failure,
      ...(mayHaveArrived ? { cancelMayHaveArrived: true } : {}),
      cancelTries: { increment: 1 },
      cancelTellingAt: null,
    },
  })
  return count === 1
}

/**
 * Makes cancellations waiting for this person's grant due at once, now that there is one. Returns the meetings' ids.
 */
export async function hurryCancellations(tx: Tx, personId: string): Promise<string[]> {
  const hurried = await changeList(tx).$queryRaw<{ id: string }[]>`
    UPDATE meeting m SET cancels_at = ${now()} FROM organizer o
    WHERE o.id = m.organizer_id AND o.person_id = ${personId}::uuid AND m.cancel_failure = 'not_connected'
      AND m.cancels_at > ${now()} AND m.gone_at IS NULL
    RETURNING m.id::text`
  return hurried.map(({ id }) => id)
}
