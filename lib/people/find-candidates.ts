import { db, pool } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { idsAmongFew, mostLookedAt, rarest } from '#lib/db/rarest.ts'
import { begins, type Condition, either, params, saidIn } from '#lib/db/search-sql.ts'
import type { Sought } from '#lib/search/seek.ts'

/** Of people with common words in name and address only those are looked through whom Foyer has known longest. */
const mostCommon = 5_000

/** The people a search is among: those with its rarest word or, where every word is common, so many of all. */
export async function findCandidates(sought: readonly Sought[]): Promise<Prisma.PersonWhereInput> {
  const ids = await findRarePeople(sought)
  if (ids) return { id: { in: ids } }
  const last = await db().person.findFirst({ orderBy: { id: 'asc' }, skip: mostCommon, select: { id: true } })
  return last ? { id: { lt: last.id } } : {}
}

async function findRarePeople(sought: readonly Sought[]): Promise<string[] | null> {
  const nth = await rarest(
    'person',
    sought.map((one) => saidIn(one, own)),
  )
  const rare = sought[nth ?? -1]
  if (!rare) return null
  const byAddress = await peopleWithAddress(rare.flat())
  if (!byAddress) return null
  const { param, values } = params()
  const isNamed = either(...[...new Set(rare.flat())].map(own), (value) => `t.id = ANY(${value(byAddress)}::uuid[])`)
  return idsAmongFew({
    few: `SELECT t.id FROM person t WHERE ${isNamed(param)}`,
    found: 'SELECT few.id FROM few',
    values,
  })
}

/** Whose other addresses have one of the words; null: too many have. */
async function peopleWithAddress(words: readonly string[]): Promise<string[] | null> {
  const { param, values } = params()
  const { rows } = await pool().query<{ id: string }>(
    `SELECT t.person_id AS id FROM address t WHERE ${either(...words.map((word) => begins('t.email_words', word)))(param)}
     LIMIT ${mostLookedAt + 1}`,
    values,
  )
  return rows.length > mostLookedAt ? null : rows.map(({ id }) => id)
}

function own(word: string): Condition {
  return either(begins('t.name_words', word), begins('t.email_words', word))
}
