import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeOrganizer } from '#lib/testing/company.ts'
import { freshDatabase, type TestDatabase } from '#lib/testing/database.ts'
import { db, pool } from './client.ts'
import { foldedColumns } from './folded-columns.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

/** Table and column, as SQL names them. */
const columns = Object.entries(foldedColumns).flatMap(([table, fields]) =>
  Object.keys(fields).map((field) => [table, field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)] as const),
)
const at = new Date('2026-11-24T09:00:00Z')

test('the folded columns are those that the database makes, and no row brings them along', async () => {
  const { rows } = await pool().query<{ name: string }>(
    `SELECT table_name || '.' || column_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND is_generated = 'ALWAYS'`,
  )
  expect(rows.map(({ name }) => name).toSorted()).toEqual(columns.map((one) => one.join('.')).toSorted())
  expect(await db().person.create({ data: { name: 'Ada', createdAt: at } })).not.toHaveProperty('nameWords')
})

test('a folded column follows its text however that is written, and cannot be written itself', async () => {
  const { id } = await db().person.create({ data: { name: 'Jan Wójcik', email: 'jan@example.com', createdAt: at } })
  const folded = async () => {
    return db().person.findUnique({ where: { id }, select: { nameWords: true, emailWords: true } })
  }
  expect(await folded()).toEqual({ nameWords: ' jan wojcik', emailWords: ' jan example com' })
  await db().person.update({ where: { id }, data: { name: 'Jan O’Neil', email: null } })
  expect(await folded()).toEqual({ nameWords: ' jan o neil jan oneil', emailWords: null })
  await pool().query(`UPDATE person SET name = 'Straße' WHERE id = $1`, [id])
  expect((await folded())?.nameWords).toBe(' strasse')
  await db().person.createMany({
    data: [
      { name: 'Ärger', createdAt: at },
      { name: '', createdAt: at },
    ],
  })
  expect(await db().person.count({ where: { nameWords: ' arger aerger' } })).toBe(1)
  const written = { name: 'Eve', createdAt: at, nameWords: ' somebody else' }
  await expect(db().person.create({ data: written })).rejects.toThrow('cannot insert a non-DEFAULT value')
  await expect(db().person.update({ where: { id }, data: { nameWords: ' x' } })).rejects.toThrow(
    'can only be updated to DEFAULT',
  )
})

test('a word that is looked for is found by an index in every folded column', async () => {
  const { id, personId } = await makeOrganizer('Olivia')
  await pool().query(
    `INSERT INTO person (id, name, email, created_at)
     SELECT gen_random_uuid(), 'Somebody ' || n, 'somebody' || n || '@example.com', $1 FROM generate_series(1, 20000) n`,
    [at],
  )
  await pool().query(
    `INSERT INTO address (id, person_id, email, created_at)
     SELECT gen_random_uuid(), $1, 'address' || n || '@example.com', $2 FROM generate_series(1, 20000) n`,
    [personId, at],
  )
  await pool().query(
    `INSERT INTO meeting (id, account_key, organizer_id, subject, kind, created_at, changed_at)
     SELECT gen_random_uuid(), '1', $1, 'Planning ' || n, 'scheduled', $2, $2 FROM generate_series(1, 20000) n`,
    [id, at],
  )
  await pool().query(
    `WITH s AS (
       INSERT INTO session (id, account_key, organizer_id, goto_meeting_id, subject, kind, started_at, read_at)
       SELECT gen_random_uuid(), '1', $1, n, 'Planning ' || n, 'scheduled', $2, $2 FROM generate_series(1, 20000) n
       RETURNING id
     )
     INSERT INTO attendance (id, session_id, typed_name, typed_email)
     SELECT gen_random_uuid(), id, 'Somebody ' || row_number() OVER (), row_number() OVER () || '@example.com' FROM s`,
    [id, at],
  )
  await pool().query('ANALYZE')
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  try {
    // Of twenty thousand rows the index is quicker by itself.
    expect(await explain(client, 'person', 'name_words')).toContain('person_words_trgm')
    await client.query('SET enable_seqscan = off')
    for (const [table, column] of columns)
      expect(await explain(client, table, column), `${table}.${column}`).toContain(`${table}_words_trgm`)
  } finally {
    await client.end()
  }
})

async function explain(client: pg.Client, table: string, column: string): Promise<string> {
  const { rows } = await client.query(`EXPLAIN SELECT id FROM ${table} WHERE ${column} LIKE '% wojc%'`)
  return rows.map((row) => row['QUERY PLAN']).join('\n')
}
