import type { Actor } from '#lib/auth/actor.ts'
import { authorize } from '#lib/auth/policy.ts'
import { now } from '#lib/clock.ts'
import { db } from '#lib/db/client.ts'
import { AppError } from '#lib/errors.ts'
import type { EventOf } from '#lib/events/event.ts'
import { captureSession } from './capture-session.ts'

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
  const { accountKey } = await db().organizer.findUniqueOrThrow({ where: { id: organizerId } })
  const room = await db().roomStatus.findUnique({
    where: { accountKey_gotoMeetingId: { accountKey, gotoMeetingId: BigInt(gotoMeetingId) } },
  })
  const endedAt = room?.endedAt ?? now()
  const activeSince = room?.activeSince ?? null
  // The people who were in it want its report now.
  const outcome = await captureSession(actor, { organizerId, gotoMeetingId, activeSince, endedAt }, 'interactive')
  const waitedMs = now().getTime() - endedAt.getTime()
  if (outcome.isCaptured || waitedMs > soonMs) return outcome
  throw new AppError('upstream_unavailable', 'GoTo hasn’t reported this session yet. Foyer keeps looking.', {
    // 2 s, 4 s, 8 s …: each pause as long as the wait so far.
    retryAfterSeconds: Math.max(2, Math.round(waitedMs / 1000)),
  })
}
