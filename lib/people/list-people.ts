import { type Actor, isPerson } from '#lib/auth/actor.ts'
import { authorize } from '#lib/auth/policy.ts'
import { db } from '#lib/db/client.ts'
import { allOf, beginsWord } from '#lib/db/folded-columns.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { bestFirst } from '#lib/search/match.ts'
import { readingsOf } from '#lib/search/readings.ts'
import { countWords, seek } from '#lib/search/seek.ts'
import { findCandidates } from './find-candidates.ts'
import { inGroups, knownTo } from './known-to.ts'
import type { FoundPerson, PeopleList, PeopleQuery } from './schema.ts'

const mostFound = 20
/** More than can be invited at once, so that nobody believes they have seen all. */
const mostOfGroup = 1_000
const mostWords = 12

/**
 * Who can be invited, best match first, by beginnings of words in the name or any address; or who organizes in a group,
 * by name. A guest is found only by the organizer who invited them: whom others invite is private.
 */
export async function listPeople(actor: Actor, { q = '', group }: PeopleQuery): Promise<PeopleList> {
  authorize(actor, 'people.read')
  const known: Prisma.PersonWhereInput[] = [{ disabledAt: null }, knownTo(actor)]
  if (group) known.push(inGroups([group]))
  if (q.trim()) {
    const guestsOf = isPerson(actor) ? actor.organizerIds : []
    const among = group ? { isFew: true, most: mostOfGroup } : { guestsOf, most: mostFound }
    return { items: await findBest(known, q, among) }
  }
  return { items: group ? (await find({ AND: known }, mostOfGroup)).map(asFound) : [] }
}

/** `guestsOf`: the organizers whose guests are among `known`. `isFew`: all of `known` may be looked at. */
type Among = { most: number; guestsOf?: readonly string[]; isFew?: boolean }

/** Name matches come before addresses that start with it, and both before the rest. */
export async function findBest(
  known: Prisma.PersonWhereInput[],
  q: string,
  { most, guestsOf = [], isFew = false }: Among,
): Promise<FoundPerson[]> {
  const sought = seek(q).filter((_, nth, all) => countWords(all.slice(0, nth + 1)) <= mostWords)
  if (sought.length === 0) return []
  const among = isFew ? known : [...known, await findCandidates(sought, guestsOf)]
  const byName = { AND: allOf(sought, (word) => ({ nameWords: beginsWord(word) })) }
  const starts = readingsOf(q).map((reading) => ({ emailWords: { startsWith: ` ${reading}` } }))
  const byAddress = { addresses: { some: { OR: starts } } }
  const anyhow = { AND: allOf(sought, beginning) }
  // All that may be looked at: only the matcher knows which of many names matches best.
  const named = await find({ AND: [...among, byName] })
  const found = bestFirst(named.map(asFound), q, ({ name }) => [name]).slice(0, most)
  for (const condition of [byAddress, anyhow]) {
    const missing = most - found.length
    if (missing === 0) break
    const others = { id: { notIn: found.map(({ personId }) => personId) } }
    found.push(...(await find({ AND: [...among, condition, others] }, missing)).map(asFound))
  }
  return found
}

type Row = { id: string; name: string; email: string | null }

async function find(where: Prisma.PersonWhereInput, most?: number): Promise<Row[]> {
  return db().person.findMany({
    where,
    orderBy: [{ nameWords: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true, email: true },
    ...(most === undefined ? {} : { take: most }),
  })
}

function asFound({ id, name, email }: Row): FoundPerson {
  return { personId: id, name, email }
}

function beginning(word: string): Prisma.PersonWhereInput {
  const begins = beginsWord(word)
  return { OR: [{ nameWords: begins }, { addresses: { some: { emailWords: begins } } }] }
}
