import type { Actor } from '#lib/auth/actor.ts'
import { authorize } from '#lib/auth/policy.ts'
import { now } from '#lib/clock.ts'
import { errorTable, toAppError } from '#lib/errors.ts'
import { log } from '#lib/log.ts'
import { captureSession } from './capture-session.ts'
import { chooseRooms, keyOf } from './choose-rooms.ts'
import { type EndedRoom, listUnreported } from './list-unreported.ts'

/**
 * When this process last looked for each room. A new worker looks for all of them once more, which does no harm and
 * isn't worth a column.
 */
const triedAt = new Map<string, Date>()

/**
 * Looks for the sessions of rooms that ended within a day and aren't stored with their attendees: those the end event
 * missed, and those GoTo reports late. The longer ago, the less often, down to every five minutes. A few at a time, in
 * turn, and behind people waiting for GoTo.
 */
export async function captureSessions(actor: Actor): Promise<{ tried: number; captured: number }> {
  authorize(actor, 'sync.run')
  const at = now()
  const rows = await listUnreported(at)
  const chosen = chooseRooms(rows, triedAt, at)
  // Rooms that are captured or ended too long ago are forgotten.
  const open = new Set(rows.map(keyOf))
  for (const key of triedAt.keys()) if (!open.has(key)) triedAt.delete(key)
  let captured = 0
  for (const room of chosen) {
    triedAt.set(keyOf(room), at)
    if (await capture(actor, room)) captured += 1
  }
  return { tried: chosen.length, captured }
}

/** A failure doesn't affect the others: it is retried anyway. */
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
