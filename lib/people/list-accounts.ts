import type { Actor } from '#lib/auth/actor.ts'
import { authorize } from '#lib/auth/policy.ts'
import { db } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { findBest } from './list-people.ts'
import type { Account, AccountList, PeopleQuery } from './schema.ts'

const mostFound = 20
const mostDisabled = 200

/** Guests cannot sign in, and whom others invite is private. */
export const canSignIn = { identities: { some: {} } } satisfies Prisma.PersonWhereInput

/**
 * Everybody whose sign-in is known, because they have been here or organize at GoTo, disabled or not, as `listPeople` finds them; without a search, those who are disabled, the
 * latest first.
 */
export async function listAccounts(actor: Actor, { q = '' }: PeopleQuery): Promise<AccountList> {
  authorize(actor, 'people.manage')
  if (!q.trim()) {
    const where = { ...canSignIn, disabledAt: { not: null } }
    const rows = await db().person.findMany({ where, orderBy: { disabledAt: 'desc' }, take: mostDisabled, select })
    return { items: rows.map(viewAccount) }
  }
  const ids = (await findBest([canSignIn], q, { most: mostFound })).map(({ personId }) => personId)
  const rows = await db().person.findMany({ where: { id: { in: ids } }, select })
  return { items: ids.flatMap((id) => rows.filter((row) => row.id === id)).map(viewAccount) }
}

export const select = {
  id: true,
  name: true,
  email: true,
  disabledAt: true,
  connection: { select: { lentAt: true, isAdministrator: true, status: true } },
} satisfies Prisma.PersonSelect

type Row = Prisma.PersonGetPayload<{ select: typeof select }>

export function viewAccount({ id, name, email, disabledAt, connection }: Row): Account {
  const isLending = connection?.status === 'active' && connection.isAdministrator && connection.lentAt !== null
  return { personId: id, name, email, disabledAt: disabledAt?.toISOString() ?? null, isLending }
}
