import { db } from '#lib/db/client.ts'
import { isGuest } from './absorb-person.ts'

/**
 * Gives guests nobody owns to the organizer of their first invitation: a process from before migration 0011 that ran
 * beside a newer one may have made them. Until then nobody finds them. Returns how many.
 */
export async function ownGuests(): Promise<number> {
  const guests = await db().person.findMany({
    where: { AND: [isGuest, { guestOf: null, email: { not: null }, invited: { some: {} } }] },
    select: {
      id: true,
      invited: {
        orderBy: [{ meeting: { createdAt: 'asc' } }, { meetingId: 'asc' }],
        take: 1,
        select: { meeting: { select: { organizerId: true } } },
      },
    },
  })
  for (const { id, invited } of guests) {
    const guestOf = invited[0]?.meeting.organizerId
    // Somebody who has signed in since is nobody's guest.
    if (guestOf) await db().person.updateMany({ where: { AND: [isGuest, { id, guestOf: null }] }, data: { guestOf } })
  }
  return guests.length
}
