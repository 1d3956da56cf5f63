import { now } from '#lib/clock.ts'
import { inTransaction, type Tx } from '#lib/db/client.ts'
import type { ErrorCode } from '#lib/errors.ts'
import { changeList, unlisted } from '#lib/record/change-list.ts'
import { longestRunStart } from '#lib/record/limits.ts'
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

export type ClaimedMeeting = {
  id: string
  /** null: it takes place in a room, and GoTo knows nothing about it. */
  gotoMeetingId: string | null
  organizerKey: string
  tries: number
  isLive: boolean
}

/** Longer than sending it to GoTo can take: an older claim belongs to a worker that died. */
const claimMinutes = 5

/**
 * Claims the right, among all workers, to send GoTo this cancellation; from here on it cannot be undone. One statement
 * decides between this and Undo. null: it is not due, no longer being cancelled, or claimed by another worker.
 */
export function claimCancelled(id: string): Promise<ClaimedMeeting | null> {
  return inTransaction(async (tx) => {
    const at = now()
    const claimedBefore = new Date(at.getTime() - claimMinutes * 60_000)
    // An older claim's worker may have reached GoTo before it died.
    const [claimed] = await unlisted(tx).$queryRaw<ClaimedMeeting[]>`
      UPDATE meeting m SET cancel_telling_at = ${at},
        cancel_may_have_arrived = m.cancel_may_have_arrived OR m.cancel_telling_at IS NOT NULL FROM organizer o
      WHERE m.id = ${id}::uuid AND o.id = m.organizer_id AND m.cancels_at <= ${at} AND m.gone_at IS NULL
        AND (m.cancel_telling_at IS NULL OR m.cancel_telling_at <= ${claimedBefore} OR m.cancel_telling_at > ${at})
      RETURNING m.id::text, m.goto_meeting_id::text AS "gotoMeetingId", o.organizer_key::text AS "organizerKey",
        m.cancel_tries AS tries, EXISTS (
          SELECT 1 FROM room_status r WHERE r.account_key = m.account_key AND r.goto_meeting_id = m.goto_meeting_id
            AND r.is_active AND greatest(r.read_at, o.listed_at) >= ${longestRunStart(at)}) AS "isLive"`
    if (!claimed) return null
    changeList(tx)
    return claimed
  })
}

/** Releases the claim after a failed try, so that Undo works until the next one. */
export async function putOffCancellation(
  tx: Tx,
  id: string,
  { cancelsAt, failure, mayHaveArrived }: { cancelsAt: Date; failure: ErrorCode; mayHaveArrived: boolean },
): Promise<void> {
  await changeList(tx).meeting.updateMany({
    where: { id, goneAt: null },
    data: {
      cancelsAt,
      cancelFailure: failure,
      ...(mayHaveArrived ? { cancelMayHaveArrived: true } : {}),
      cancelTries: { increment: 1 },
      cancelTellingAt: null,
    },
  })
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
