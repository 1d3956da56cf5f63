import { type Actor, isPerson } from '#lib/auth/actor.ts'
import type { Prisma } from '#lib/db/generated/client.ts'

/** What I organize or am invited to. */
export function ownMeetings(actor: Actor): Prisma.MeetingWhereInput {
  if (!isPerson(actor)) return { id: { in: [] } }
  const { personId } = actor
  return { OR: [{ organizer: { personId } }, { invited: { some: { personId } } }] }
}
