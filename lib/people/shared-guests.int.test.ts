import pg from 'pg'
import { v7 as uuid } from 'uuid'
import { expect, test } from 'vitest'
import { migrate } from '#lib/db/migrate.ts'
import { listMigrations } from '#lib/db/migrations.ts'
import { emptyDatabase } from '#lib/testing/database.ts'

test('a guest whom two organizers shared is one of each after the migration, and only the first keeps the name', async () => {
  const { url, close } = await emptyDatabase()
  const before = listMigrations().filter(({ name }) => name < '0011')
  await migrate({ url, migrations: before })
  const client = new pg.Client(url)
  await client.connect()
  try {
    const [guest, anna, carl, first, second, session] = [uuid(), uuid(), uuid(), uuid(), uuid(), uuid()]
    await client.query(`
      INSERT INTO person (id, name, email, created_at) VALUES ('${guest}', 'Bobby', 'bob@x.example', now());
      INSERT INTO address (id, person_id, email, created_at) VALUES ('${uuid()}', '${guest}', 'bob@x.example', now());`)
    for (const [nth, [organizer, meeting]] of [
      [anna, first],
      [carl, second],
    ].entries())
      await client.query(`
        INSERT INTO person (id, name, created_at) VALUES ('${organizer}', 'Organizer', now());
        INSERT INTO organizer (id, account_key, organizer_key, person_id, name, email)
          VALUES ('${organizer}', 'a', ${nth}, '${organizer}', 'Organizer', 'o@x.example');
        INSERT INTO meeting (id, account_key, organizer_id, subject, kind, created_at, changed_at)
          VALUES ('${meeting}', 'a', '${organizer}', 'Budget', 'room', timestamp '2026-11-0${nth + 1}', now());
        INSERT INTO invited (meeting_id, person_id) VALUES ('${meeting}', '${guest}');`)
    await client.query(`
      INSERT INTO session (id, account_key, organizer_id, goto_meeting_id, subject, kind, started_at, read_at)
        VALUES ('${session}', 'a', '${carl}', 1, 'Budget', 'room', now(), now());
      INSERT INTO attendance (id, session_id, typed_name, person_id) VALUES ('${uuid()}', '${session}', 'Bob', '${guest}');`)
    await migrate({ url })
    const { rows } = await client.query(`
      SELECT p.guest_of, p.name, a.email, p.id = '${guest}' AS is_first, i.meeting_id, i.named,
        (SELECT count(*)::int FROM attendance t WHERE t.person_id = p.id) AS stays
      FROM person p JOIN address a ON a.person_id = p.id JOIN invited i ON i.person_id = p.id ORDER BY p.name`)
    const common = { email: 'bob@x.example', named: true }
    expect(rows).toEqual([
      { ...common, guest_of: anna, name: 'Bobby', is_first: true, meeting_id: first, stays: 0 },
      { ...common, guest_of: carl, name: 'bob', is_first: false, meeting_id: second, stays: 1 },
    ])
  } finally {
    await client.end()
    await close()
  }
})
