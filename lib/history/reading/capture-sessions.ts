import type { Actor } from '#lib/auth/actor.ts'
import { authorize } from '#lib/auth/policy.ts'
import { now } from '#lib/clock.ts'
import { errorTable, toAppError } from '#lib/errors.ts'
import { log } from '#lib/log.ts'
import { captureSession, type EndedRoom } from './capture-session.ts'
import { chooseRooms, keyOf } from './choose-rooms.ts'
import { listUnreported } from './list-unreported.ts'

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
  const rows = await listUnreported(at)
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
