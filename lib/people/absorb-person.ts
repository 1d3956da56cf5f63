import type { Tx } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { bumpListVersion } from '#lib/db/list-version.ts'

/** Known from one listing alone: no sign-in ever, no second source. */
export async function isUnclaimed(tx: Tx, personId: string): Promise<boolean> {
  const person = await tx.person.findUniqueOrThrow({
    where: { id: personId },
    include: { _count: { select: { identities: true, sessions: true } }, connection: { select: { id: true } } },
  })
  return person._count.identities === 1 && person._count.sessions === 0 && person.connection === null
}

/** Somebody of whom only an unproved address is known: invited, and never met. */
export const isGuest = {
  identities: { none: {} },
  sessions: { none: {} },
  organizers: { none: {} },
  connection: null,
  addresses: { none: { verifiedBy: { not: null } } },
} satisfies Prisma.PersonWhereInput

/** Whoever was invited by an address before anybody proved to hold it is who proves it now. Under `lockPeople`. */
export async function absorbGuests(tx: Tx, email: string, into: string): Promise<void> {
  const guests = await tx.person.findMany({
    where: { AND: [isGuest, { id: { not: into }, email, addresses: { some: { email } } }] },
    select: { id: true },
  })
  for (const { id } of guests) await absorbPerson(tx, id, into)
}

/** Everything that hangs on `from` hangs on `into` afterwards, and `from` is no more. What both have, `into` keeps. */
export async function absorbPerson(tx: Tx, from: string, into: string): Promise<void> {
  // Their address may be verified where ours is not: only one of the two may say so, and the proof has to survive.
  await tx.$executeRaw`
    DELETE FROM address mine USING address theirs
    WHERE mine.person_id = ${into}::uuid AND theirs.person_id = ${from}::uuid AND mine.email = theirs.email
      AND mine.verified_by IS NULL`
  for (const [table, shared] of keyed) {
    await tx.$executeRawUnsafe(
      `DELETE FROM "${table}" theirs USING "${table}" mine
       WHERE theirs.person_id = $1::uuid AND mine.person_id = $2::uuid AND mine."${shared}" = theirs."${shared}"`,
      from,
      into,
    )
  }
  for (const table of [...keyed.map(([name]) => name), 'identity', 'organizer', 'join_press', 'attendance']) {
    await tx.$executeRawUnsafe(`UPDATE "${table}" SET person_id = $2::uuid WHERE person_id = $1::uuid`, from, into)
  }
  await tx.person.delete({ where: { id: from } })
  // The shared list names the organizer's person: what browsers hold of it is old now.
  await bumpListVersion(tx, 'meetings')
}

/** Tables that hold a person at most once per other column. */
const keyed = [
  ['address', 'email'],
  ['alias', 'name'],
  ['invited', 'meeting_id'],
  ['group_manager', 'group_id'],
] as const
