import { AppError } from '#lib/errors.ts'
import { log } from '#lib/log.ts'
import { type ClaimedMeeting, renewClaim, renewMs } from '#lib/record/meetings/claim-cancellation.ts'

/**
 * Renews a claim for as long as `act` takes, and whenever `act` asks for it: `renew` throws once another worker has taken
 * this one for dead, because it was stopped or could not reach the database. Then it may do nothing more.
 */
export async function underClaim(
  meeting: ClaimedMeeting,
  act: (renew: () => Promise<void>) => Promise<void>,
): Promise<void> {
  let last: Promise<void> = Promise.resolve()
  /** One after the other: each has to know the instant before. */
  function renew(): Promise<void> {
    const renewed = last.then(async () => {
      const at = await renewClaim(meeting)
      if (!at) throw new AppError('conflict', 'Another worker has taken over this cancellation.')
      meeting.claimedAt = at
    })
    last = renewed.catch((err: unknown) => log.debug({ err, meetingId: meeting.id }, 'claim not renewed'))
    return renewed
  }
  const timer = setInterval(() => void renew().catch(() => undefined), renewMs)
  try {
    await act(renew)
  } finally {
    clearInterval(timer)
    await last
  }
}
