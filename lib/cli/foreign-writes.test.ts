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
])('outside of the record this is refused: %s', (line) => {
  expect(writesIn(place, line)).toHaveLength(1)
})

test.each([
  'await tx.meeting.findMany({ where: { id } })',
  'await tx.organizer.update({ where: { id }, data })',
  'await db().portalSession.updateMany({ where, data })',
  'await tx.$queryRaw`SELECT 1 FROM meeting WHERE id = 1 FOR UPDATE`',
  'await tx.$executeRaw`UPDATE meeting_creation SET tries = 1`',
  'await db().meeting.findMany({ where: { occurrences: { some: { goneAt: null } } } })',
  "say('To update a meeting, open it, or copy meeting IDs.')",
])('this is not: %s', (line) => {
  expect(writesIn(place, line)).toEqual([])
})

test('the record itself writes through changeList or unlisted alone', () => {
  const room = 'lib/record/meetings/somewhere.ts'
  for (const line of [
    'await changeList(tx).meeting.update(one)',
    'await unlisted(tx).session.update(one)',
    'const list = changeList(tx); await list.$executeRaw`UPDATE meeting SET gone_at = now()`',
  ])
    expect(writesIn(room, line), line).toEqual([])
  for (const line of ['await tx.meeting.update(one)', 'await tx.$executeRaw`UPDATE meeting SET gone_at = now()`'])
    expect(writesIn(room, line), line).toHaveLength(1)
})
