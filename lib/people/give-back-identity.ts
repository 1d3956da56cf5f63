import type { Tx } from '#lib/db/client.ts'
import { normalizeEmail } from '#lib/email.ts'
import { changeList } from '#lib/record/change-list.ts'
import { lockPeople, rememberPerson } from './remember-person.ts'

type GotoAccount = { accountKey: string; organizerKey: string; email: string }

/**
 * Undoes connecting a GoTo account to its person, if only their request made it theirs: another source brought them
 * here first, and none gives the account's address. Its next sign-in is then a person of its own. An account with the
 * same address stays theirs, connected or not.
 */
export async function giveBackIdentity(tx: Tx, personId: string, account: GotoAccount): Promise<void> {
  await lockPeople(tx)
  const { accountKey: issuer, organizerKey: subject } = account
  const identity = await tx.identity.findUnique({
    where: { kind_issuer_subject: { kind: 'goto', issuer, subject } },
    include: { person: { include: { identities: true, addresses: true } } },
  })
  if (identity?.personId !== personId) return
  const { person, createdAt } = identity
  const isFirst = person.identities.every((other) => other.id === identity.id || other.createdAt > createdAt)
  const email = normalizeEmail(account.email) ?? ''
  const address = person.addresses.find((held) => held.email === email)
  const cameWithIt = !address || (address.createdAt >= createdAt && (address.verifiedBy ?? 'goto') === 'goto')
  if (isFirst || person.email === email || !cameWithIt) return
  await tx.identity.delete({ where: { id: identity.id } })
  if (address) await tx.address.delete({ where: { id: address.id } })
  await releaseOrganizer(tx, personId, account)
}

/** An organizer that was read while connected becomes a person of their own again. */
async function releaseOrganizer(tx: Tx, personId: string, { accountKey, organizerKey }: GotoAccount): Promise<void> {
  const organizer = await tx.organizer.findUnique({
    where: { accountKey_organizerKey: { accountKey, organizerKey: BigInt(organizerKey) } },
  })
  if (organizer?.personId !== personId) return
  const { name, email } = organizer
  const known = { kind: 'goto', issuer: accountKey, subject: organizerKey, name, email, emailVerified: true } as const
  const released = await rememberPerson(tx, known)
  // Lists name the organizer's person.
  await changeList(tx).organizer.update({ where: { id: organizer.id }, data: { personId: released.personId } })
}
