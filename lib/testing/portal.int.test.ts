import { afterEach, expect, test } from 'vitest'
import type { SystemActor } from '#lib/auth/actor.ts'
import { now } from '#lib/clock.ts'
import { db, pool } from '#lib/db/client.ts'
import { readMeetings } from '#lib/meetings/reading/read-meetings.ts'
import { readOrganizers } from '#lib/organizers/read-organizers.ts'
import { testPortal, type UnreadPortal, unreadPortal } from './portal.ts'

const worker: SystemActor = { kind: 'system', job: 'test' }
let portal: UnreadPortal | null = null

afterEach(() => {
  portal?.close()
  portal = null
})

test('a test starts with the company read, and the test’s GoTo has the same company', async () => {
  portal = await testPortal()
  expect(await db().meeting.count()).toBeGreaterThan(5)
  expect(await readOrganizers(worker)).toMatchObject({ outcome: 'done', added: 0, changed: 0, removed: 0 })
  portal.pass(1)
  expect(await readMeetings(worker)).toMatchObject({ read: 4, failed: 0, unreachable: 0, removed: 0, held: 0 })
  expect(await db().meeting.count({ where: { createdAt: { gt: new Date('2026-11-24T09:00:00Z') } } })).toBe(0)
})

test('the time is the same for Foyer and its GoTo, whatever the machine’s clock says', async () => {
  portal = await testPortal()
  expect([now(), portal.sandbox.now()].map((at) => at.toISOString())).toEqual(
    Array.from({ length: 2 }, () => '2026-11-24T09:00:00.000Z'),
  )
})

test('what a test changes, adds or removes is back as before for the next', async () => {
  const first = await testPortal()
  const before = await rowsByTable()
  const olivia = await first.connected('olivia@example.com')
  await db().person.update({ where: { id: olivia.personId }, data: { name: 'Somebody else' } })
  await db().setting.create({ data: { key: 'of this test', value: 1, changedAt: now() } })
  await db().occurrence.deleteMany()
  await pool().query('CREATE SCHEMA queue_of_this_test; CREATE TABLE queue_of_this_test.job (id int)')
  first.close()
  portal = await testPortal()
  expect(await rowsByTable()).toEqual(before)
  expect(await db().person.findUnique({ where: { id: olivia.personId } })).toMatchObject({ name: 'Olivia Marsh' })
  await expect(pool().query('TABLE queue_of_this_test.job')).rejects.toThrow('does not exist')
})

test('a test of a first reading finds nothing, even after one that has read', async () => {
  const first = await testPortal()
  first.close()
  portal = await unreadPortal()
  expect([await db().person.count(), await db().connection.count(), await db().meeting.count()]).toEqual([0, 0, 0])
})

/** How many rows Foyer has, table by table. */
async function rowsByTable(): Promise<Record<string, number>> {
  const { rows: tables } = await pool().query<{ name: string }>(
    "SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1",
  )
  const counts: Record<string, number> = {}
  for (const { name } of tables) {
    const { rows } = await pool().query<{ count: number }>(`SELECT count(*)::int AS count FROM ${name}`)
    counts[name] = rows[0]?.count ?? 0
  }
  return counts
}
