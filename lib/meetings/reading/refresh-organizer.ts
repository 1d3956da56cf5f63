import { now } from '#lib/clock.ts'
import { pool } from '#lib/db/client.ts'
import { readOrganizerMeetings } from './read-organizer-meetings.ts'

/** People waiting for a host see them arrive within this time; however many wait, GoTo is asked once. */
const refreshSeconds = 3

/**
 * Reads one organizer's meetings for somebody who is waiting, unless any process did a moment ago. A failure is noted
 * with the organizer and costs nothing here: what is known stays, with its age.
 */
export async function refreshOrganizer(organizerId: string): Promise<void> {
  if (await claim(organizerId)) await readOrganizerMeetings(organizerId, 'interactive')
}

/** Changing the row makes the claim. A time in the future is from a clock that was set back. */
async function claim(organizerId: string): Promise<boolean> {
  const at = now()
  const earlier = new Date(at.getTime() - refreshSeconds * 1000)
  const { rowCount } = await pool().query(
    `UPDATE organizer SET tried_at = $2
     WHERE id = $1 AND gone_at IS NULL AND (tried_at IS NULL OR tried_at <= $3 OR tried_at > $2)`,
    [organizerId, at, earlier],
  )
  return rowCount === 1
}
