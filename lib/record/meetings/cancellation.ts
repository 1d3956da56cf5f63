import { now } from '#lib/clock.ts'
import { inTransaction, type Tx } from '#lib/db/client.ts'
import type { ErrorCode } from '#lib/errors.ts'
import { changeList, unlisted } from '#lib/record/change-list.ts'
import { longestRunStart } from '#lib/record/limits.ts'
import { notBeingEdited } from './claim-edit.ts'

/** As it is before GoTo is told of a cancellation for the first time. */
const neverTold = { cancelFailure: null, cancelTries: 0, cancelMayHaveArrived: false }

/** Marks a meeting as being cancelled: GoTo is told at `cancelsAt`. False: it is marked, gone or being edited already. */
export async function markCancelling(
  tx: Tx,
  id: string,
  { cancelsAt, cancelledBy }: { cancelsAt: Date; cancelledBy: string },
): Promise<boolean> {
  const { count } = await changeList(tx).meeting.updateMany({
    where: { id, cancelsAt: null, goneAt: null, ...notBeingEdited() },
    data: { cancelsAt, cancelledBy, ...neverTold, changedAt: now() },
  })
  return count === 1
}

/** Takes the mark away. False: it bears none, or GoTo is being told. */
export async function unmarkCancelling(tx: Tx, id: string): Promise<boolean> {
  const { count } = await changeList(tx).meeting.updateMany({
    where: { id, cancelsAt: { not: null }, cancelTellingAt: null, goneAt: null },
    data: { cancelsAt: null, cancelledBy: null, ...neverTold, changedAt: now() },
  })
  return count === 1
}

export type ClaimedMeeting = {
  id: string
  /** null: it takes place in a room, and GoTo knows nothing of it. */
  gotoMeetingId: string | null
  organizerKey: string
  tries: number
  isLive: boolean
}

/** Longer than one telling of GoTo can take: an older claim is of a worker that died. */
const claimMinutes = 5

/**
 * The one who may tell GoTo of this cancellation now, in all workers together; from here on it cannot be undone. One
 * statement decides between this and Undo. null: it is not due, not to be cancelled any more, or somebody else's.
 */
export function claimCancelled(id: string): Promise<ClaimedMeeting | null> {
  return inTransaction(async (tx) => {
    const at = now()
    const claimedBefore = new Date(at.getTime() - claimMinutes * 60_000)
    // An older claim's worker died after it may have told GoTo.
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

/** Gives the claim back after a telling that failed, so that it can be undone until the next one. */
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

/** What waits for this person's grant is due at once, now that there is one again. Answers the meetings' ids. */
export async function hurryCancellations(tx: Tx, personId: string): Promise<string[]> {
  const hurried = await changeList(tx).$queryRaw<{ id: string }[]>`
    UPDATE meeting m SET cancels_at = ${now()} FROM organizer o
    WHERE o.id = m.organizer_id AND o.person_id = ${personId}::uuid AND m.cancel_failure = 'not_connected'
      AND m.cancels_at > ${now()} AND m.gone_at IS NULL
    RETURNING m.id::text`
  return hurried.map(({ id }) => id)
}
