import { type Actor, isPerson } from '#lib/auth/actor.ts'
import type { Prisma } from '#lib/db/generated/client.ts'

/** Signed in once, read from GoTo, or vouched for: no secret to anybody who is signed in. */
export const knownToCompany = {
  OR: [{ identities: { some: {} } }, { addresses: { some: { verifiedBy: { not: null } } } }],
} satisfies Prisma.PersonWhereInput

/** Whom an actor may know of and invite: the company, and their own guests. Whom others invite is theirs. */
export function knownTo(actor: Actor): Prisma.PersonWhereInput {
  const organizerIds = isPerson(actor) ? actor.organizerIds : []
  return { OR: [knownToCompany, { guestOf: { in: organizerIds } }] }
}

/** Who is in a group. The company directory will bring more than organizers. */
export function inGroups(groupIds: readonly string[]): Prisma.PersonWhereInput {
  return { disabledAt: null, organizers: { some: { groupId: { in: [...groupIds] }, goneAt: null } } }
}
