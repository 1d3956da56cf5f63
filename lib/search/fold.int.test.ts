import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pool } from '#lib/db/client.ts'
import { freshDatabase, type TestDatabase } from '#lib/testing/database.ts'
import { readingsOf, searchWords } from './readings.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

test('every sign that Node knows is folded alike by the database and by us, also in the middle of a word', async () => {
  const signs = Array.from({ length: 0x10ffff }, (_, index) => String.fromCodePoint(index + 1)).filter(isAssigned)
  for (let from = 0; from < signs.length; from += batch) {
    await expectAlike(signs.slice(from, from + batch).map((sign) => `A${sign}b ${sign}`))
  }
})

test('whatever text there is, the database and we fold it alike', async () => {
  const word = fc.constantFrom(
    'Wójcik',
    'O’Brien',
    "d'Ａrc",
    'ΟΔΟΣ',
    'İIıi',
    '王小明',
    'ﬁ',
    'A\u030A',
    '  ',
    '%_\\',
    'がく',
    'Müller',
    'A\u030Ase Ｍü',
    'Å',
    '김민수',
    '남궁민수',
    '김민수'.normalize('NFD'),
    '수',
    '🎉',
  )
  const text = fc.array(fc.oneof(word, fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), {
    maxLength: 6,
  })
  const texts = fc.sample(text, { numRuns: 3_000 }).map((parts) => parts.join('').replaceAll('\0', ''))
  await expectAlike(texts)
})

test('it folds alike where no schema is named, as in a database that is being restored', async () => {
  const client = await pool().connect()
  try {
    await client.query(`BEGIN; SET LOCAL search_path = ''`)
    const { rows } = await client.query(`SELECT public.search_readings('Müller') AS words`)
    expect(rows).toEqual([{ words: searchWords(readingsOf('Müller')) }])
  } finally {
    await client.query('ROLLBACK')
    client.release()
  }
})

const batch = 50_000

/** Halves of signs cannot be stored; of the rest what Node knows. */
function isAssigned(sign: string): boolean {
  return /[^\p{Cn}\p{Co}\p{Cs}]/u.test(sign)
}

async function expectAlike(texts: string[]): Promise<void> {
  const { rows } = await pool().query<{ said: string; words: string }>(
    'SELECT said, search_readings(said) AS words FROM unnest($1::text[]) AS said',
    [texts],
  )
  expect(rows.filter(({ said, words }) => words !== searchWords(readingsOf(said)))).toEqual([])
}
