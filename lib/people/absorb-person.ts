import type { Tx } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { giveRecordsTo } from '#lib/record/who/give-records-to.ts'

/** Known from a single listing: never signed in, no second source. */
export async function isUnclaimed(tx: Tx, personId: string): Promise<boolean> {
  const person = await tx.person.findUniqueOrThrow({
    where: { id: personId },
    include: { _count: { select: { identities: true, sessions: true } }, connection: { select: { id: true } } },
  })
  return person._count.identities === 1 && person._count.sessions === 0 && person.connection === null
}

/** Somebody known only by an unproven address: invited, never seen. */
export const isGuest = {
  identities: { none: {} },
  sessions: { none: {} },
  organizers: { none: {} },
  connection: null,
  addresses: { none: { verifiedBy: { not: null } } },
} satisfies Prisma.PersonWhereInput

/** A guest invited by an address nobody had proven becomes the person who proves it now. Under `lockPeople`. */
export async function absorbGuests(tx: Tx, email: string, into: string): Promise<void> {
  const guests = await tx.person.findMany({
    where: { AND: [isGuest, { id: { not: into }, email, addresses: { some: { email } } }] },
    select: { id: true },
  })
  for (const { id } of guests) await absorbPerson(tx, id, into)
}

/**
 * Moves everything attached to `from` to `into`, and removes `from`. Where both have something, `into` keeps its own.
 */
export async function absorbPerson(tx: Tx, from: string, into: string): Promise<void> {
  await giveRecordsTo(tx, from, into)
  await dropShared(tx, from, into)
  const theirs = { where: { personId: from }, data: { personId: into } }
  await tx.address.updateMany(theirs)
  await tx.alias.updateMany(theirs)
  await tx.groupManager.updateMany(theirs)
  await tx.identity.updateMany(theirs)
  await tx.organizer.updateMany(theirs)
  await tx.person.delete({ where: { id: from } })
}

/** Things a person has at most one of, and both have: one of the two goes. */
async function dropShared(tx: Tx, from: string, into: string): Promise<void> {
  // Their address may be verified where ours isn't: only one of them may be, and the proof has to survive.
  await tx.$executeRaw`
    DELETE FROM address mine USING address theirs
    WHERE mine.person_id = ${into}::uuid AND theirs.person_id = ${from}::uuid AND mine.email = theirs.email
      AND mine.verified_by IS NULL`
  await tx.$executeRaw`
    DELETE FROM address theirs USING address mine
    WHERE theirs.person_id = ${from}::uuid AND mine.person_id = ${into}::uuid AND mine.email = theirs.email`
  await tx.$executeRaw`
    DELETE FROM alias theirs USING alias mine
    WHERE theirs.person_id = ${from}::uuid AND mine.person_id = ${into}::uuid AND mine.name = theirs.name`
  await tx.$executeRaw`
    DELETE FROM group_manager theirs USING group_manager mine
    WHERE theirs.person_id = ${from}::uuid AND mine.person_id = ${into}::uuid AND mine.group_id = theirs.group_id`
}
