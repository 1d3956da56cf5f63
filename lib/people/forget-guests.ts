import { now } from '#lib/clock.ts'
import { inTransaction, type Tx } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { toAppError } from '#lib/errors.ts'
import { log } from '#lib/log.ts'
import { dropInvitations } from '#lib/record/who/drop-invitations.ts'
import { dayMs } from '#lib/time/day.ts'
import { isGuest } from './absorb-person.ts'
import { lockPeople } from './remember-person.ts'

/** By then GoTo has reported whatever took place, and a meeting missing from its list has come back or never will. */
const settledMs = 7 * dayMs
const atOnce = 500

/**
 * Forgets guests nobody ever met once their last invitation is gone for good, and those never invited in the end.
 * Returns how many.
 */
export async function forgetGuests(): Promise<number> {
  const settled = new Date(now().getTime() - settledMs)
  const isOver = { goneAt: { lt: settled }, runs: { none: {} } }
  const unmet = { createdAt: { lt: settled }, invited: { every: { meeting: isOver } } }
  let count = 0
  for (let last = atOnce; last === atOnce; count += last) last = await forget(unmet)
  return count
}

/**
 * The same at once for people who have just lost an invitation: by a change, or because a meeting was cancelled before
 * its time. Whom this misses, `forgetGuests` finds later, so it never fails.
 */
export async function forgetUninvited(personIds: string[]): Promise<void> {
  if (personIds.length === 0) return
  const begun = { some: { startsAt: { lte: now() } } }
  const isOver = { goneAt: { not: null }, runs: { none: {} }, kind: { not: 'room' }, NOT: { occurrences: begun } }
  try {
    await forget({ id: { in: personIds }, invited: { every: { meeting: isOver } } })
  } catch (thrown) {
    log.warn({ err: thrown, code: toAppError(thrown).code }, 'guests are forgotten later')
  }
}

function forget(which: Prisma.PersonWhereInput): Promise<number> {
  return inTransaction(async (tx) => {
    const unmet = { AND: [isGuest, which], attendances: { none: {} }, joinPresses: { none: {} } }
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
