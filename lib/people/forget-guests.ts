import { now } from '#lib/clock.ts'
import { db, inTransaction, type Tx } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { normalizeEmail } from '#lib/email.ts'
import { dropInvitations } from '#lib/record/who/drop-invitations.ts'
import { dayMs } from '#lib/time/day.ts'
import { isGuest } from './absorb-person.ts'
import { lockPeople } from './remember-person.ts'

/** By then GoTo has reported whatever took place, and a meeting missing from its list has come back or never will. */
const settledMs = 7 * dayMs
const atOnce = 500

/** For so long a change may be being sent to GoTo. */
const editMs = dayMs

/**
 * Forgets guests nobody ever met once their last invitation has been over for a week: they were taken off, the meeting
 * is gone, or it was never made. Not while they may still be needed. Returns how many.
 */
export async function forgetGuests(): Promise<number> {
  await noteUninvited()
  const settled = new Date(now().getTime() - settledMs)
  // Not `every` of what is over: to SQL an unknown `goneAt` violates nothing.
  const stands = { OR: [{ goneAt: null }, { goneAt: { gte: settled } }, { runs: { some: {} } }] }
  const unmet = {
    createdAt: { lt: settled },
    OR: [{ uninvitedAt: { lt: settled } }, { uninvitedAt: null, invited: { some: {} } }],
    invited: { none: { meeting: stands } },
  }
  let count = 0
  for (let last = atOnce; last === atOnce; count += last) last = await forget(unmet)
  return count
}

/** A process from before migration 0014 takes guests off without saying when: then it is when that is noticed. */
async function noteUninvited(): Promise<void> {
  await db().person.updateMany({
    where: { AND: [isGuest, { uninvitedAt: null, invited: { none: {} } }] },
    data: { uninvitedAt: now() },
  })
}

function forget(which: Prisma.PersonWhereInput): Promise<number> {
  return inTransaction(async (tx) => {
    const unmet = {
      AND: [isGuest, which],
      attendances: { none: {} },
      joinPresses: { none: {} },
      NOT: await stillNeeded(tx),
    }
    // Mostly there is nobody, and then nobody waits for the lock.
    if ((await findIds(tx, unmet)).length === 0) return 0
    await lockPeople(tx)
    const ids = await findIds(tx, unmet)
    await dropInvitations(tx, ids)
    const theirs = { where: { personId: { in: ids } } }
    await tx.address.deleteMany(theirs)
    await tx.alias.deleteMany(theirs)
    await tx.groupManager.deleteMany(theirs)
    await tx.person.deleteMany({ where: { id: { in: ids } } })
    return ids.length
  })
}

async function findIds(tx: Tx, where: Prisma.PersonWhereInput): Promise<string[]> {
  const found = await tx.person.findMany({ where, orderBy: { id: 'asc' }, take: atOnce, select: { id: true } })
  return found.map(({ id }) => id)
}

/** Guests named in a creation that may yet be found at GoTo, and those of an organizer whose change is being sent. */
async function stillNeeded(tx: Tx): Promise<Prisma.PersonWhereInput> {
  const since = { gte: new Date(now().getTime() - editMs) }
  const [creations, editing] = await Promise.all([
    tx.meetingCreation.findMany({ where: { state: { in: ['asking', 'unknown'] } }, select: { draft: true } }),
    tx.meeting.findMany({ where: { editingAt: since }, distinct: 'organizerId', select: { organizerId: true } }),
  ])
  const named = creations.flatMap(({ draft }) => (draft as { invited?: Partial<Named>[] }).invited ?? [])
  return {
    OR: [
      { id: { in: named.flatMap(({ personId }) => personId ?? []) } },
      { email: { not: null, in: named.flatMap(({ email = '' }) => normalizeEmail(email) ?? []) } },
      { guestOf: { not: null, in: editing.map(({ organizerId }) => organizerId) } },
    ],
  }
}

type Named = { personId: string; email: string }
