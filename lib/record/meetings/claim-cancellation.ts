import { now } from '#lib/clock.ts'
import { db, inTransaction, type Tx } from '#lib/db/client.ts'
import { changeList, unlisted } from '#lib/record/change-list.ts'
import { longestRunStart } from '#lib/record/limits.ts'

export type ClaimedMeeting = {
  id: string
  /** null: it takes place in a room, and GoTo knows nothing about it. */
  gotoMeetingId: string | null
  organizerKey: string
  tries: number
  isLive: boolean
  /** When it was claimed or last renewed: whoever finds another instant there has lost it. */
  claimedAt: Date
}

/** A claim is renewed while its worker lives: an older one is a dead worker's, and another finds it within 30 s. */
const claimMs = 15_000
/** A few may fail. */
export const renewMs = 4_000

/**
 * Claims the right, among all workers, to send GoTo this cancellation; from here on it cannot be undone. One statement
 * decides between this and Undo. null: it is not due, no longer being cancelled, or claimed by another worker.
 */
export function claimCancelled(id: string): Promise<ClaimedMeeting | null> {
  return inTransaction(async (tx) => {
    const at = now()
    const claimedBefore = new Date(at.getTime() - claimMs)
    // By a clock that has been set back.
    const claimedAfter = new Date(at.getTime() + claimMs)
    // A dead worker may have reached GoTo before.
    const [claimed] = await unlisted(tx).$queryRaw<ClaimedMeeting[]>`
      UPDATE meeting m SET cancel_telling_at = ${at},
        cancel_may_have_arrived = m.cancel_may_have_arrived OR m.cancel_telling_at IS NOT NULL FROM organizer o
      WHERE m.id = ${id}::uuid AND o.id = m.organizer_id AND m.cancels_at <= ${at} AND m.gone_at IS NULL
        AND (m.cancel_telling_at IS NULL OR m.cancel_telling_at <= ${claimedBefore}
          OR m.cancel_telling_at > ${claimedAfter})
      RETURNING m.id::text, m.goto_meeting_id::text AS "gotoMeetingId", o.organizer_key::text AS "organizerKey",
        m.cancel_tries AS tries, m.cancel_telling_at AS "claimedAt", EXISTS (
          SELECT 1 FROM room_status r WHERE r.account_key = m.account_key AND r.goto_meeting_id = m.goto_meeting_id
            AND r.is_active AND greatest(r.read_at, o.listed_at) >= ${longestRunStart(at)}) AS "isLive"`
    if (!claimed) return null
    changeList(tx)
    return claimed
  })
}

/** Keeps a claim young, for as long as its worker works on it. null: another worker has it, or nobody needs it. */
export async function renewClaim({ id, claimedAt }: ClaimedMeeting): Promise<Date | null> {
  const at = now()
  const { count } = await unlisted(db()).meeting.updateMany({
    where: { id, cancelTellingAt: claimedAt, goneAt: null },
    data: { cancelTellingAt: at },
  })
  return count === 1 ? at : null
}

/** Whether the claim is still this worker's; until the transaction ends nobody else can take it. */
export async function holdsClaim(tx: Tx, { id, claimedAt }: ClaimedMeeting): Promise<boolean> {
  const held = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM meeting WHERE id = ${id}::uuid AND cancel_telling_at = ${claimedAt} AND gone_at IS NULL FOR UPDATE`
  return held.length === 1
}
