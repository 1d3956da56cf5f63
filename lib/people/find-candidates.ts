import { db, pool } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { idsAmongFew, mostLookedAt, rarest } from '#lib/db/rarest.ts'
import { begins, type Condition, either, params, saidIn } from '#lib/db/search-sql.ts'
import type { Sought } from '#lib/search/seek.ts'

/** Of people with common words in name and address only those are looked through whom Foyer has known longest. */
const mostCommon = 5_000

/**
 * The people a search is among: those with its rarest word or, where every word is common, so many of all. `guestsOf`:
 * whose guests may be found, so that nobody else's guests are in the way of theirs.
 */
export async function findCandidates(
  sought: readonly Sought[],
  guestsOf: readonly string[],
): Promise<Prisma.PersonWhereInput> {
  const ids = await findRarePeople(sought, guestsOf)
  if (ids) return { id: { in: ids } }
  const among = await Promise.all([{ guestOf: null }, { guestOf: { in: [...guestsOf] } }].map(longestKnown))
  return { OR: among }
}

async function longestKnown(who: Prisma.PersonWhereInput): Promise<Prisma.PersonWhereInput> {
  const last = await db().person.findFirst({
    where: who,
    orderBy: { id: 'asc' },
    skip: mostCommon,
    select: { id: true },
  })
  return last ? { AND: [who, { id: { lt: last.id } }] } : who
}

async function findRarePeople(sought: readonly Sought[], guestsOf: readonly string[]): Promise<string[] | null> {
  const nth = await rarest(
    'person',
    sought.map((one) => saidIn(one, own)),
  )
  const rare = sought[nth ?? -1]
  if (!rare) return null
  const byAddress = await peopleWithAddress(rare.flat(), guestsOf)
  if (!byAddress) return null
  const { param, values } = params()
  const isNamed = either(...[...new Set(rare.flat())].map(own), (value) => `t.id = ANY(${value(byAddress)}::uuid[])`)
  return idsAmongFew({
    few: `SELECT t.id FROM person t WHERE (${isNamed(param)}) AND ${mayBeFound('t', guestsOf)(param)}`,
    found: 'SELECT few.id FROM few',
    values,
  })
}

/** Whose other addresses have one of the words; null: too many have. */
async function peopleWithAddress(words: readonly string[], guestsOf: readonly string[]): Promise<string[] | null> {
  const { param, values } = params()
  const has = either(...words.map((word) => begins('t.email_words', word)))
  const { rows } = await pool().query<{ id: string }>(
    `SELECT t.person_id AS id FROM address t JOIN person p ON p.id = t.person_id
     WHERE (${has(param)}) AND ${mayBeFound('p', guestsOf)(param)} LIMIT ${mostLookedAt + 1}`,
    values,
  )
  return rows.length > mostLookedAt ? null : rows.map(({ id }) => id)
}

function mayBeFound(person: string, guestsOf: readonly string[]): Condition {
  return (param) => `(${person}.guest_of IS NULL OR ${person}.guest_of = ANY(${param(guestsOf)}::uuid[]))`
}

function own(word: string): Condition {
  return either(begins('t.name_words', word), begins('t.email_words', word))
}
