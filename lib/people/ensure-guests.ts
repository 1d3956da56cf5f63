import { v7 as uuid } from 'uuid'
import { now } from '#lib/clock.ts'
import { db, inTransaction, type Tx } from '#lib/db/client.ts'
import { normalizeEmail } from '#lib/email.ts'
import { AppError } from '#lib/errors.ts'
import { knownToCompany } from './known-to.ts'
import { lockPeople } from './remember-person.ts'

export type Guest = { email: string; name: string }

/**
 * The people behind these addresses, by normalized address: the one of the company who proved it, else the one the
 * company knows by it, else this organizer's own guest, new or known, with the address unproven. Whether another
 * organizer has invited an address changes nothing, not even how long it takes (decision 023). A name typed now is what
 * the guest is called from now on. Somebody disabled stays who they are: enabled again, they are invited. An address two programs could read differently leads to nobody. However many there
 * are, it takes one short transaction of its own, and none when nothing is new: everybody who signs in waits for the
 * same lock. @throws AppError `upstream_unavailable` when it is held for too long
 */
export async function ensureGuests(organizerId: string, guests: Guest[]): Promise<Map<string, string>> {
  const names = new Map<string, string>()
  for (const { email: typed, name } of guests) {
    const email = normalizeEmail(typed)
    if (email !== null) names.set(email, names.get(email) || name)
  }
  const wanted = [...names].map(([email, name]) => ({ email, name }))
  const known = await findHolders(db(), organizerId, wanted)
  const news = wanted.filter((guest) => isNews(guest, known))
  if (news.length > 0) {
    const made = await inTransaction((tx) => makeAndRename(tx, organizerId, news)).catch((thrown: unknown) => {
      throw isLockTimeout(thrown) ? crowded(thrown) : thrown
    })
    for (const [email, holder] of made) known.set(email, holder)
  }
  return new Map([...known].map(([email, { personId }]) => [email, personId]))
}

type Holder = { personId: string; name: string; isGuest: boolean }
type Holders = Map<string, Holder>

/** Nobody yet, or a guest of one's own who is called something else now. */
function isNews({ email, name }: Guest, holders: Holders): boolean {
  const holder = holders.get(email)
  return holder === undefined || (holder.isGuest && name !== '' && holder.name !== name)
}

async function makeAndRename(tx: Tx, organizerId: string, guests: Guest[]): Promise<Holders> {
  await tx.$executeRaw`SET LOCAL lock_timeout = '3s'`
  await lockPeople(tx)
  const holders = await findHolders(tx, organizerId, guests)
  const createdAt = now()
  const news = guests.filter((guest) => isNews(guest, holders))
  const made = news.filter(({ email }) => !holders.has(email)).map((guest) => ({ ...guest, id: uuid() }))
  await tx.person.createMany({
    data: made.map(({ id, email, name }) => ({
      id,
      name: name || localPart(email),
      email,
      createdAt,
      guestOf: organizerId,
      // The meeting that invites them follows, or never comes.
      uninvitedAt: createdAt,
    })),
  })
  await tx.address.createMany({ data: made.map(({ id, email }) => ({ personId: id, email, createdAt })) })
  const renamed = news.flatMap(({ email, name }) => ({ id: holders.get(email)?.personId, name }))
  // Meetings that show the old name change with their own transaction, which follows. In the order of noteInvitations.
  for (const { id, name } of renamed.toSorted(byId))
    if (id !== undefined) await tx.person.update({ where: { id }, data: { name } })
  for (const { id, email, name } of made) holders.set(email, { personId: id, name, isGuest: true })
  return holders
}

async function findHolders(client: Tx, organizerId: string, guests: Guest[]): Promise<Holders> {
  if (guests.length === 0) return new Map()
  const known = await client.address.findMany({
    where: {
      email: { in: guests.map(({ email }) => email) },
      person: { OR: [{ guestOf: organizerId }, knownToCompany] },
    },
    select: { email: true, personId: true, verifiedBy: true, person: { select: { name: true, guestOf: true } } },
  })
  // The surest last: it wins.
  const rank = ({ verifiedBy, person }: (typeof known)[number]) =>
    verifiedBy !== null ? 2 : person.guestOf === null ? 1 : 0
  const sorted = known.toSorted((a, b) => rank(a) - rank(b) || (a.personId < b.personId ? 1 : -1))
  return new Map(
    sorted.map(({ email, personId, person }) => [
      email,
      { personId, name: person.name, isGuest: person.guestOf !== null },
    ]),
  )
}

function byId(a: { id: string | undefined }, b: { id: string | undefined }): number {
  return (a.id ?? '') < (b.id ?? '') ? -1 : 1
}

/** Everybody who sees the meeting sees the name, but the whole address isn't theirs to read. */
function localPart(email: string): string {
  return email.split('@')[0] ?? email
}

/** PostgreSQL's 55P03, however deep the driver puts it. */
function isLockTimeout(thrown: unknown): boolean {
  for (let error = thrown, depth = 0; error instanceof Error && depth < 5; error = error.cause, depth += 1)
    if (/55P03|lock timeout/.test(`${(error as Error & { code?: unknown }).code} ${error.message}`)) return true
  return false
}

function crowded(cause: unknown): AppError {
  return new AppError(
    'upstream_unavailable',
    'Foyer is busy with many people right now, so nothing was changed. What you typed is kept: try again in a moment.',
    { retryAfterSeconds: 5, cause },
  )
}
