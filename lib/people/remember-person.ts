import { now } from '#lib/clock.ts'
import type { Tx } from '#lib/db/client.ts'
import { normalizeEmail } from '#lib/email.ts'
import { dayMs } from '#lib/time/day.ts'
import { absorbGuests, absorbPerson, isUnclaimed } from './absorb-person.ts'

export type PersonSource = 'oidc' | 'goto' | 'directory'

export type KnownPerson = {
  kind: PersonSource
  /** oidc: the issuer's address. goto: the account key. directory: the directory's id. */
  issuer: string
  /** Never changes there: `sub`, the organizer key, `entryUUID`. */
  subject: string
  name: string
  email: string | null
  /**
   * Whether this source vouches for the address. Only the company's issuer, the pinned account and the directory can.
   */
  emailVerified: boolean
}

/**
 * The person behind a subject at a source, created if there is none. Two sources become one person by an address both
 * vouch for, in either order; one source giving the address to a second subject doesn't, because addresses are
 * reassigned after people leave (architecture: identity). Safe when two processes meet the same new person at once: the
 * second finds the first one's.
 */
export async function rememberPerson(tx: Tx, known: KnownPerson): Promise<{ personId: string }> {
  const email = normalizeEmail(known.email)
  const found = await findIdentity(tx, known)
  if (found && isKept(changesOf(found, known, email))) return { personId: found.personId }
  await lockPeople(tx)
  const foundSince = await findIdentity(tx, known)
  if (foundSince) return keepUp(tx, foundSince, known, email)
  const vouchedFor = known.emailVerified && email ? await findVouchedFor(tx, email, known) : null
  const personId = vouchedFor ?? (await make(tx, known))
  await addIdentity(tx, personId, known)
  await keepAddress(tx, personId, known, email)
  const joined = vouchedFor && (await findIdentity(tx, known))
  return joined ? keepUp(tx, joined, known, email) : { personId }
}

/**
 * One lock for everything that creates, changes or joins people, taken before the first write and held to the end of
 * the transaction: such writes are rare, and a holder of one lock never waits for a holder of another.
 */
export async function lockPeople(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${makingPeople})`
}

/** Adds a subject to a person who proved to be both: they were signed in and asked for it. Under `lockPeople`. */
export async function linkIdentity(tx: Tx, personId: string, known: KnownPerson): Promise<void> {
  await addIdentity(tx, personId, known)
  await keepAddress(tx, personId, known, normalizeEmail(known.email))
}

const makingPeople = 7_470_001

type Found = NonNullable<Awaited<ReturnType<typeof findIdentity>>>

function findIdentity(tx: Tx, { kind, issuer, subject }: KnownPerson) {
  return tx.identity.findUnique({
    where: { kind_issuer_subject: { kind, issuer, subject } },
    include: { person: { include: { identities: true, addresses: true } } },
  })
}

async function findVouchedFor(tx: Tx, email: string, { kind, issuer }: KnownPerson): Promise<string | null> {
  const address = await tx.address.findFirst({
    where: { email, verifiedBy: { not: null }, person: { identities: { none: { kind, issuer } } } },
  })
  return address?.personId ?? null
}

async function make(tx: Tx, known: KnownPerson): Promise<string> {
  const email = normalizeEmail(known.email)
  const { id } = await tx.person.create({ data: { name: known.name || email || 'Somebody', email, createdAt: now() } })
  return id
}

async function addIdentity(tx: Tx, personId: string, { kind, issuer, subject }: KnownPerson): Promise<void> {
  await tx.identity.create({ data: { personId, kind, issuer, subject, createdAt: now(), lastSeenAt: now() } })
}

type Changes = { seen: boolean; shown: { name: string; email: string | null } | null; address: boolean }

/** What differs from what is known: the sync meets everybody again and again, and mostly nothing does. */
function changesOf({ person, lastSeenAt }: Found, known: KnownPerson, email: string | null): Changes {
  const isBestSource = person.identities.every(({ kind }) => rankOf(kind) <= rankOf(known.kind))
  const name = isBestSource && known.name ? known.name : person.name
  const shown = isBestSource && email ? email : person.email
  const held = person.addresses.find((address) => address.email === email)
  return {
    seen: now().getTime() - lastSeenAt.getTime() > dayMs,
    shown: name !== person.name || shown !== person.email ? { name, email: shown } : null,
    address: email !== null && (!held || (known.emailVerified && held.verifiedBy === null)),
  }
}

function isKept({ seen, shown, address }: Changes): boolean {
  return !seen && shown === null && !address
}

async function keepUp(tx: Tx, found: Found, known: KnownPerson, email: string | null): Promise<{ personId: string }> {
  const { id, personId } = found
  const { seen, shown, address } = changesOf(found, known, email)
  if (seen) await tx.identity.update({ where: { id }, data: { lastSeenAt: now() } })
  if (shown) await tx.person.update({ where: { id: personId }, data: shown })
  if (address) await keepAddress(tx, personId, known, email)
  return { personId }
}

/**
 * Records the address. It counts as verified unless somebody else already holds it so: if they are known from only one
 * other source and never signed in, they are the same person; any other case is for people to decide.
 */
async function keepAddress(tx: Tx, personId: string, known: KnownPerson, email: string | null): Promise<void> {
  if (!email) return
  const holder = known.emailVerified ? await findHolder(tx, personId, email) : null
  const isFree = holder === null || (await join(tx, holder, personId, known))
  const proof = known.emailVerified && isFree ? { verifiedBy: known.kind, verifiedAt: now() } : {}
  await tx.address.upsert({
    where: { personId_email: { personId, email } },
    create: { personId, email, createdAt: now(), ...proof },
    update: proof,
  })
  if (known.emailVerified && isFree) await absorbGuests(tx, email, personId)
}

/** The other person who holds an address as verified. */
async function findHolder(tx: Tx, personId: string, email: string): Promise<string | null> {
  const address = await tx.address.findFirst({
    where: { email, verifiedBy: { not: null }, personId: { not: personId } },
  })
  return address?.personId ?? null
}

async function join(tx: Tx, holder: string, personId: string, { kind, issuer }: KnownPerson): Promise<boolean> {
  const isSameSource = (await tx.identity.count({ where: { personId: holder, kind, issuer } })) > 0
  if (isSameSource || !(await isUnclaimed(tx, holder))) return false
  await absorbPerson(tx, holder, personId)
  return true
}

/** Which source's name wins: the directory's over the company sign-in's over GoTo's. */
function rankOf(kind: string): number {
  return ['goto', 'oidc', 'directory'].indexOf(kind)
}
