import { pool } from '#lib/db/client.ts'
import { idsAmongFew, rarest } from '#lib/db/rarest.ts'
import { seekAtMost } from '#lib/db/search-parts.ts'
import { begins, type Condition, either, every, params, saidIn } from '#lib/db/search-sql.ts'
import type { Sought } from '#lib/search/seek.ts'

/** Every word must start a word of the typed name or address, or of the identified person `p`. */
export function stayConditions(q: string): Condition[] {
  return seekAtMost(q).map((sought) => saidIn(sought, (word) => either(typed(word), identified(word))))
}

/** Looked up one by one: a company knows many more people than came to a few sessions. */
export const withPerson =
  'LEFT JOIN LATERAL (SELECT name_words, email_words FROM person WHERE id = t.person_id OFFSET 0) p ON true'

/** A person's name and address must not be looked for in more of them. */
const mostPeople = 500

/**
 * The sessions somebody was in whom the words find, where one of the words is rare; null: each is common, and sessions
 * have to be looked through.
 */
export async function findRareStays(q: string): Promise<string[] | null> {
  const words = seekAtMost(q)
  const rare =
    words[
      (await rarest(
        'attendance',
        words.map((sought) => saidIn(sought, typed)),
      )) ?? -1
    ]
  const people = rare ? await peopleWith(rare) : null
  if (!rare || !people) return null
  const { param, values } = params()
  const few = saidIn(rare, (word) =>
    either(typed(word), (value) => `t.person_id = ANY(${value(people.get(word))}::uuid[])`),
  )
  return idsAmongFew({
    few: `SELECT session_id, person_id, typed_name_words, typed_email_words FROM attendance t WHERE ${few(param)}`,
    found: `SELECT DISTINCT t.session_id FROM few t ${withPerson}
      WHERE ${every(stayConditions(q))(param)}`,
    values,
  })
}

async function peopleWith(rare: Sought): Promise<Map<string, string[]> | null> {
  const people = new Map<string, string[]>()
  for (const word of new Set(rare.flat())) {
    const { param, values } = params()
    const { rows } = await pool().query<{ id: string }>(
      `SELECT p.id FROM person p WHERE ${identified(word)(param)} LIMIT ${mostPeople + 1}`,
      values,
    )
    if (rows.length > mostPeople) return null
    people.set(
      word,
      rows.map(({ id }) => id),
    )
  }
  return people
}

function typed(word: string): Condition {
  return either(begins('t.typed_name_words', word), begins('t.typed_email_words', word))
}

function identified(word: string): Condition {
  return either(begins('p.name_words', word), begins('p.email_words', word))
}
