import { type Actor, isPerson } from '#lib/auth/actor.ts'
import { authorize } from '#lib/auth/policy.ts'
import { db } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { literal } from '#lib/db/like.ts'
import type { PeopleList, PeopleQuery } from './schema.ts'

const mostFound = 20
const mostOfGroup = 200
const mostWords = 5

/**
 * Who can be invited, by the beginnings of words of the name or of the address; or who organizes in a group.
 * A guest is found only by who invited them: whom others invite is nobody's business.
 */
export async function listPeople(actor: Actor, { q, group }: PeopleQuery): Promise<PeopleList> {
  authorize(actor, 'people.read')
  const words = (q ?? '').trim().split(/\s+/).filter(Boolean).slice(0, mostWords)
  if (words.length === 0 && !group) return { items: [] }
  const conditions: Prisma.PersonWhereInput[] = words.map(beginning)
  if (group) conditions.push({ organizers: { some: { groupId: group, goneAt: null } } })
  const found = await db().person.findMany({
    where: { AND: [{ disabledAt: null }, knownTo(actor), ...conditions] },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: group ? mostOfGroup : mostFound,
    select: { id: true, name: true, email: true },
  })
  return { items: found.map(({ id, name, email }) => ({ personId: id, name, email })) }
}

function knownTo(actor: Actor): Prisma.PersonWhereInput {
  const organizerId = { in: isPerson(actor) ? actor.organizerIds : [] }
  return {
    OR: [
      { identities: { some: {} } },
      { addresses: { some: { verifiedBy: { not: null } } } },
      { invited: { some: { meeting: { organizerId } } } },
    ],
  }
}

function beginning(word: string): Prisma.PersonWhereInput {
  const text = literal(word)
  return {
    OR: [
      { name: { startsWith: text, mode: 'insensitive' } },
      { name: { contains: ` ${text}`, mode: 'insensitive' } },
      { addresses: { some: { email: { startsWith: text.toLowerCase() } } } },
    ],
  }
}
