import type { UserActor } from '#lib/auth/actor.ts'
import { listMeetings } from '#lib/meetings/list/list-meetings.ts'
import type { Meeting } from '#lib/meetings/schema.ts'
import type { UnreadPortal } from './portal.ts'

/** The next meeting planned by somebody with this name; moves the clock to five minutes before it. */
export async function comeToNextMeeting(portal: UnreadPortal, actor: UserActor, organizer: string): Promise<Meeting> {
  const { items } = await listMeetings(actor, { q: organizer })
  const found = items.find((meeting) => meeting.startsAt !== null && meeting.state === 'scheduled')
  if (!found?.startsAt) throw new Error(`${organizer} has planned nothing.`)
  portal.pass((Date.parse(found.startsAt) - portal.sandbox.now().getTime()) / 60_000 - 5)
  return found
}
