import type { Actor } from '#lib/auth/actor.ts'
import { authorize } from '#lib/auth/policy.ts'
import { now } from '#lib/clock.ts'
import { AppError } from '#lib/errors.ts'
import type { EventOf } from '#lib/events/event.ts'
import { notReportedYet } from '#lib/history/sentences.ts'
import { captureSession } from './capture-session.ts'
import { listUnreported } from './list-unreported.ts'

/** After this long the scheduled job takes over, with longer pauses. */
const soonMs = 5 * 60_000

/**
 * Right after a room has ended: stores its session as soon as GoTo reports it. Until then the queue retries with
 * growing pauses. @throws AppError `upstream_unavailable`: not reported yet
 */
export async function captureEndedRoom(
  actor: Actor,
  { organizerId, gotoMeetingId }: EventOf<'room.ended'>['payload'],
): Promise<{ isCaptured: boolean }> {
  authorize(actor, 'sync.run')
  const [room] = await listUnreported(now(), { organizerId, gotoMeetingId })
  if (!room) return { isCaptured: true }
  // The people who were in it want its report now.
  const outcome = await captureSession(actor, room, 'interactive')
  const waitedMs = now().getTime() - room.endedAt.getTime()
  if (outcome.isCaptured || waitedMs > soonMs) return outcome
  throw new AppError('upstream_unavailable', notReportedYet, {
    // 2 s, 4 s, 8 s …: each pause as long as the wait so far.
    retryAfterSeconds: Math.max(2, Math.round(waitedMs / 1000)),
  })
}
