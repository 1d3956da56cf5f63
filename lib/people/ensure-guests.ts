import { v7 as uuid } from 'uuid'
import { now } from '#lib/clock.ts'
import { db, inTransaction, type Tx } from '#lib/db/client.ts'
import { normalizeEmail } from '#lib/email.ts'
import { AppError } from '#lib/errors.ts'
import { lockPeople } from './remember-person.ts'

export type Guest = { email: string; name: string }

/**
 * The people behind these addresses, by normalized address: the one who proved it, else the one Foyer already knows by
 * it, else a new person with the address unproven. An address two programs could read differently leads to nobody.
 * However many there are, it takes one short transaction of its own, and none when all are known: everybody who signs
 * in waits for the same lock. @throws AppError `upstream_unavailable` when it is held for too long
 */
export async function ensureGuests(guests: Guest[]): Promise<Map<string, string>> {
  const names = new Map<string, string>()
  for (const { email: typed, name } of guests) {
    const email = normalizeEmail(typed)
    if (email !== null) names.set(email, names.get(email) || name)
  }
  const known = await findHolders(db(), [...names.keys()])
  if (known.size === names.size) return known
  const missing = [...names].filter(([email]) => !known.has(email)).map(([email, name]) => ({ email, name }))
  const made = await inTransaction((tx) => makeMissing(tx, missing)).catch((thrown: unknown) => {
    throw isLockTimeout(thrown) ? crowded(thrown) : thrown
  })
  return new Map([...known, ...made])
}

async function makeMissing(tx: Tx, guests: Guest[]): Promise<Map<string, string>> {
  await tx.$executeRaw`SET LOCAL lock_timeout = '3s'`
  await lockPeople(tx)
  const holders = await findHolders(
    tx,
    guests.map(({ email }) => email),
  )
  const createdAt = now()
  const made = guests.filter(({ email }) => !holders.has(email)).map((guest) => ({ ...guest, id: uuid() }))
  await tx.person.createMany({
    data: made.map(({ id, email, name }) => ({ id, name: name || localPart(email), email, createdAt })),
  })
  await tx.address.createMany({ data: made.map(({ id, email }) => ({ personId: id, email, createdAt })) })
  return new Map([...holders, ...made.map(({ id, email }) => [email, id] as const)])
}

async function findHolders(client: Tx, emails: string[]): Promise<Map<string, string>> {
  if (emails.length === 0) return new Map()
  const known = await client.address.findMany({
    where: { email: { in: emails }, person: { disabledAt: null } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { email: true, personId: true, verifiedBy: true },
  })
  const holders = new Map<string, string>()
  for (const { email, personId, verifiedBy } of known)
    if (verifiedBy !== null || !holders.has(email)) holders.set(email, personId)
  return holders
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
