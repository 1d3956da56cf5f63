import { now } from '#lib/clock.ts'
import { pool } from '#lib/db/client.ts'
import { longestRunStart } from '#lib/record/limits.ts'

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
export async function claimCancelled(id: string): Promise<ClaimedMeeting | null> {
  const at = now()
  const { rows } = await pool().query<{
    goto_meeting_id: string | null
    organizer_key: string
    cancel_tries: number
    is_live: boolean
  }>(
    // An older claim's worker died after it may have told GoTo.
    `UPDATE meeting m SET cancel_telling_at = $2,
       cancel_may_have_arrived = m.cancel_may_have_arrived OR m.cancel_telling_at IS NOT NULL FROM organizer o
     WHERE m.id = $1 AND o.id = m.organizer_id AND m.cancels_at <= $2 AND m.gone_at IS NULL
       AND (m.cancel_telling_at IS NULL OR m.cancel_telling_at <= $3 OR m.cancel_telling_at > $2)
     RETURNING m.goto_meeting_id, o.organizer_key, m.cancel_tries, EXISTS (
       SELECT 1 FROM room_status r WHERE r.account_key = m.account_key AND r.goto_meeting_id = m.goto_meeting_id
         AND r.is_active AND greatest(r.read_at, o.listed_at) >= $4) AS is_live`,
    [id, at, new Date(at.getTime() - claimMinutes * 60_000), longestRunStart(at)],
  )
  const [row] = rows
  if (!row) return null
  const { goto_meeting_id: gotoMeetingId, organizer_key: organizerKey, cancel_tries: tries, is_live: isLive } = row
  return { id, gotoMeetingId, organizerKey, tries, isLive }
}
