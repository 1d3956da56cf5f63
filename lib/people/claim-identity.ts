import type { Tx } from '#lib/db/client.ts'
import { normalizeEmail } from '#lib/email.ts'
import { absorbPerson, isGuest, isUnclaimed } from './absorb-person.ts'
import { type KnownPerson, linkIdentity, lockPeople } from './remember-person.ts'

/**
 * Gives a signed-in person a subject they proved is theirs. Somebody with the same address, known only from reading
 * GoTo and never signed in, is merged into them, with their organizer and meetings. @returns false when the subject, or
 * its address, is somebody else's: only people can settle that (docs/decisions/009-whose-goto-account-it-is.md).
 */
export async function claimIdentity(tx: Tx, personId: string, known: KnownPerson): Promise<boolean> {
  const { kind, issuer, subject } = known
  await lockPeople(tx)
  const identity = await tx.identity.findUnique({ where: { kind_issuer_subject: { kind, issuer, subject } } })
  if (identity?.personId === personId) return true
  const isMine = await isAddressOf(tx, personId, known)
  if (!isMine && (identity || (await isAddressOfAnother(tx, personId, known)))) return false
  if (identity) {
    if (!(await isUnclaimed(tx, identity.personId))) return false
    await absorbPerson(tx, identity.personId, personId)
  } else {
    await linkIdentity(tx, personId, known)
  }
  return true
}

/** Verified or not: signing in under an address and showing the same one at GoTo doesn't make two people. */
async function isAddressOf(tx: Tx, personId: string, { email }: KnownPerson): Promise<boolean> {
  return (await tx.address.count({ where: { personId, email: normalizeEmail(email) ?? '' } })) > 0
}

/** A guest invited by it is nobody else: they become the person who proves it. */
async function isAddressOfAnother(tx: Tx, personId: string, { email }: KnownPerson): Promise<boolean> {
  const where = { personId: { not: personId }, email: normalizeEmail(email) ?? '', person: { NOT: isGuest } }
  return (await tx.address.count({ where })) > 0
}
