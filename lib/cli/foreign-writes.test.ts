import { expect, test } from 'vitest'
import { writesIn } from './foreign-writes.ts'

const place = 'lib/organizers/somewhere.ts'

test.each([
  'await tx.meeting.update({ where: { id }, data })',
  'await db().joinPress.create({ data })',
  "await tx['attendance'].deleteMany({})",
  'const { roomStatus } = tx; await roomStatus.upsert(one)',
  'await tx.organizer.update({ where, data: { meetings: { updateMany: { where: {}, data } } } })',
  'await tx.$executeRaw`UPDATE meeting SET gone_at = now()`',
  'await pool().query(`INSERT INTO room_status (account_key) VALUES ($1)`, [key])',
  'await pool().query(\'DELETE FROM "session" WHERE id = $1\', [id])',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is part of the code being judged
  'await tx.$executeRawUnsafe(`UPDATE "${table}" SET person_id = $2`, from, into)',
  "await pool().query('truncate attendance')",
  "await pool().query('TRUNCATE person, meeting')",
  "await pool().query('UPDATE ' + 'meeting SET subject = $1')",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is part of the code being judged
  "const table = 'meeting'; await pool().query(`UPDATE ${table} SET subject = $1`)",
  "await pool().query('UPDATE ' + table + ' SET subject = $1')",
  "await pool().query('UPDATE foyer.meeting SET subject = $1')",
  'await pool().query(\'UPDATE "foyer" . "meeting" SET subject = $1\')',
  "await pool().query('UPDATE /* all */ meeting SET subject = $1')",
  'await pool().query(`UPDATE -- all\nmeeting SET subject = $1`)',
  'const m = tx.meeting; await m.update(one)',
  'let m; m = db().meeting',
  'const { meeting: m } = tx; await m.update(one)',
  'const { meeting: m } = isNew ? tx : db()',
  'await inTransaction(({ meeting: m }) => m.update(one))',
  'async function change({ meeting: m }: Tx) { await m.update(one) }',
  "await tx.meeting['update'](one)",
  'await tx.meeting[method](one)',
  'await change(tx.meeting)',
  'await tx[table].update(one)',
  'async function change(client: Tx) { await client[table].update(one) }',
  'const client = tx; await client[table].update(one)',
  'const get = () => db(); await get()[table].update(one)',
  'await change({ tx })',
  'await tx.person.update({ where, data: { name, invited } })',
  'const data = { name, invited: news }; await tx.person.update({ where, data })',
  'const invited = { create: one }; await tx.person.update({ where, data })',
])('outside of the record this is refused: %s', (line) => {
  expect(writesIn(place, line)).toHaveLength(1)
})

test.each([
  'await tx.meeting.findMany({ where: { id } })',
  'await list(tx, { meeting: row.meeting })',
  'const { meeting } = occurrence; const { length } = meeting',
  'const data = { ...row, people }; await tx.person.update({ where: { invited: { some: { required } } }, data })',
  'async function find(client: Tx = db()) { return await client.meeting.count({ where }) }',
  'await tx.organizer.update({ where: { id }, data })',
  'await db().portalSession.updateMany({ where, data })',
  'await tx.$queryRaw`SELECT 1 FROM meeting WHERE id = 1 FOR UPDATE`',
  'await tx.$executeRaw`UPDATE meeting_creation SET tries = 1`',
  'await db().meeting.findMany({ where: { occurrences: { some: { goneAt: null } } } })',
  "say('To update a meeting, open it, or copy meeting IDs.')",
])('this is not: %s', (line) => {
  expect(writesIn(place, line)).toEqual([])
})

const room = 'lib/record/meetings/somewhere.ts'

test.each([
  'await changeList(tx).meeting.update(one)',
  'await unlisted(tx).session.update(one)',
  'const list = changeList(tx); await list.$executeRaw`UPDATE meeting SET subject = $1`',
  'const list = isNews ? changeList(tx, news) : changeList(tx); await list.meeting.update(one)',
  'const removed = await changeList(tx).$queryRaw`UPDATE meeting SET subject = $1 WHERE gone_at = $2`',
])('the record itself writes through changeList or unlisted: %s', (line) => {
  expect(writesIn(room, line)).toEqual([])
})

test.each([
  'await tx.meeting.update(one)',
  'await tx.$executeRaw`UPDATE meeting SET subject = $1`',
  'const list = tx; await list.meeting.update(one)',
  'async function change(list: Tx) { await list.meeting.update(one) }',
  'const { meeting } = changeList(tx); await meeting.update(one)',
  'await changeList(tx)[table].update(one)',
])('and in no other way: %s', (line) => {
  expect(writesIn(room, line)).toHaveLength(1)
})

test.each([
  'await changeList(tx).meeting.updateMany({ where, data: { goneAt: at } })',
  'const gone = { goneAt, goneBecause }',
  'await changeList(tx).meeting.updateMany({ where, data: { goneAt: { set: at } } })',
  'data.goneAt = at',
  'await changeList(tx).$executeRaw`UPDATE meeting SET changed_at = $1, gone_at = $1 WHERE id = $2`',
])('only mark-gone and write-time say that something is gone: %s', (line) => {
  expect(writesIn(room, line)).toHaveLength(1)
  expect(writesIn('lib/record/meetings/mark-gone.ts', line)).toEqual([])
})

test.each([
  'await tx.meeting.count({ where: { goneAt: null } })',
  'await tx.meeting.findFirst({ where: { goneAt: { not: null } }, select: { goneAt: true } })',
  'await changeList(tx).meeting.update({ where, data: { goneAt: null, goneBecause: null } })',
  'await changeList(tx).$executeRaw`UPDATE meeting SET subject = $1 WHERE gone_at IS NULL`',
])('anywhere in the record it may be asked whether something is gone, and it may come back: %s', (line) => {
  expect(writesIn(room, line)).toEqual([])
})
