import type { Actor } from '#lib/auth/actor.ts'
import { authorize } from '#lib/auth/policy.ts'
import { now } from '#lib/clock.ts'
import { pool } from '#lib/db/client.ts'
import { errorTable, toAppError } from '#lib/errors.ts'
import { log } from '#lib/log.ts'
import { captureSession, type EndedRoom } from './capture-session.ts'
import { chooseRooms, keyOf } from './choose-rooms.ts'

/**
 * When each room was looked for last by this process. A worker that begins anew looks for all of them once more, which
 * harms nobody: that is worth no column.
 */
const triedAt = new Map<string, Date>()

/**
 * Looks for the sessions of rooms that ended within a day and are not stored with their attendees: what the event of
 * the end missed, and what GoTo tells late. The longer it is ago the rarer, up to every five minutes.
 * A few at a time, in turn, and behind whoever waits for an answer of GoTo.
 */
export async function captureSessions(actor: Actor): Promise<{ tried: number; captured: number }> {
  authorize(actor, 'sync.run')
  const at = now()
  const { rows } = await pool().query<EndedRoom>(
    `SELECT m.organizer_id::text AS "organizerId", r.goto_meeting_id::text AS "gotoMeetingId",
       r.active_since AS "activeSince", r.ended_at AS "endedAt" FROM room_status r
     JOIN LATERAL (
       SELECT coalesce(m.organizer_id, o.organizer_id) AS organizer_id FROM (SELECT 1) AS one
       LEFT JOIN meeting m ON m.account_key = r.account_key AND m.goto_meeting_id = r.goto_meeting_id
       LEFT JOIN (SELECT c.goto_meeting_id, b.organizer_id, b.account_key FROM occurrence c JOIN meeting b ON b.id = c.meeting_id) o
         ON o.account_key = r.account_key AND o.goto_meeting_id = r.goto_meeting_id LIMIT 1) m ON m.organizer_id IS NOT NULL
     WHERE NOT r.is_active AND r.ended_at BETWEEN $2 AND $1
       AND NOT EXISTS (
         SELECT 1 FROM session s WHERE s.account_key = r.account_key AND s.goto_meeting_id = r.goto_meeting_id
           AND s.attendees_read_at IS NOT NULL AND s.ended_at >= CASE WHEN r.active_since < r.ended_at THEN r.active_since ELSE r.ended_at - interval '10 minutes' END)`,
    [at, new Date(at.getTime() - 86_400_000)],
  )
  const chosen = chooseRooms(rows, triedAt, at)
  // Nothing is remembered of rooms that are captured, or ended too long ago.
  const open = new Set(rows.map(keyOf))
  for (const key of triedAt.keys()) if (!open.has(key)) triedAt.delete(key)
  let captured = 0
  for (const room of chosen) {
    triedAt.set(keyOf(room), at)
    if (await capture(actor, room)) captured += 1
  }
  return { tried: chosen.length, captured }
}

/** One that fails costs the others nothing: it is looked for again anyway. */
async function capture(actor: Actor, room: EndedRoom): Promise<boolean> {
  try {
    return (await captureSession(actor, room, 'background')).isCaptured
  } catch (thrown) {
    const error = toAppError(thrown)
    const facts = { organizerId: room.organizerId, gotoMeetingId: room.gotoMeetingId, code: error.code }
    log[errorTable[error.code].level]({ ...facts, err: error.cause ?? error }, 'session not captured')
    return false
  }
}
